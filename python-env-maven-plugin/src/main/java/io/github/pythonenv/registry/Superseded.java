package io.github.pythonenv.registry;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.store.Store;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes packed environments out of the store on which the last environment stands no more. A Python is kept for whoever
 * will want it next; but of an environment of one's own, each change of the code is another archive, as large as all of
 * its packages.
 */
public final class Superseded {

    private final Store store;
    private final RuntimeUsers users;
    private final ProgressListener listener;

    public Superseded(Store store, ProgressListener listener) {
        this.store = store;
        this.users = new RuntimeUsers(store, listener);
        this.listener = listener;
    }

    /**
     * Does it. What cannot be removed stays, for {@code runtimes} to prune.
     *
     * @param left the names of runtimes that an environment stood on until now
     */
    public void remove(Set<String> left) {
        List<String> packed = left.stream()
                .filter(name -> name.startsWith(Source.PACKED.word() + "-"))
                .toList();
        if (packed.isEmpty()) {
            return;
        }
        try {
            users.alone(known -> {
                Set<String> unused = new TreeSet<>(packed);
                known.forEach(user -> unused.remove(user.runtime()));
                unused.forEach(name -> store.remove(store.runtimes(), name, listener));
                return unused;
            });
        } catch (UserFailure e) {
            listener.on(new ProgressEvent.Detail(String.valueOf(e.getMessage())));
        }
    }
}
