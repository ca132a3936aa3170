package io.github.pythonenv.registry;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.Owner;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Which environment stands on which runtime, in {@code environments.json}: written when an environment is built, read
 * when somebody asks what can go.
 */
public final class RuntimeUsers {
    private static final String DIRECTORY = "directory";
    private static final String RUNTIME = "runtime";
    private static final String BUILDER = "builder";

    /**
     * An environment and a runtime that it, or an earlier generation of it, stands on.
     *
     * @param directory of the environment
     * @param runtime the id of the runtime
     * @param builder the note of the process that builds it; empty when it is built
     */
    record User(Path directory, String runtime, String builder) {
        /** False once the folder is gone and nobody is about to make it. */
        boolean lives() {
            return Files.exists(directory)
                    || Owner.parse(builder)
                            .map(owner -> !owner.visible() || owner.running())
                            .orElse(false);
        }
    }

    private final Store store;
    private final Clock clock;
    private final ProgressListener listener;
    private final RecordFile file;

    public RuntimeUsers(Store store, Clock clock, ProgressListener listener) {
        this.store = store;
        this.clock = clock;
        this.listener = listener;
        this.file = new RecordFile(store.home().resolve("environments.json"), "environments");
    }

    /** Notes that this process is about to build an environment on a runtime: from now on nobody prunes that one. */
    public void claim(Path directory, Runtime runtime) {
        note(users -> {
            List<User> all = new ArrayList<>(users);
            all.removeIf(
                    user -> user.directory().equals(directory) && user.runtime().equals(runtime.name()));
            all.add(new User(directory, runtime.name(), Owner.current().note().strip()));
            return all;
        });
    }

    /**
     * Notes what an environment stands on now.
     *
     * @param directory of the environment
     * @param runtimes the names of its own and of those of its earlier generations
     */
    public void stands(Path directory, List<String> runtimes) {
        note(users -> {
            List<User> all = new ArrayList<>(users);
            all.removeIf(user -> user.directory().equals(directory));
            runtimes.stream().distinct().forEach(name -> all.add(new User(directory, name, "")));
            return all;
        });
    }

    /** A store that cannot be written is one that nobody prunes. */
    private void note(UnaryOperator<List<User>> change) {
        try {
            Path unused = holding(() -> {
                write(change.apply(living(readOrSetAside())));
                return file.file();
            });
        } catch (IOException e) {
            listener.on(new ProgressEvent.Detail("Not noted in " + file.file() + ": " + e));
        }
    }

    /** Those that are there now. */
    List<User> users() {
        try {
            return living(read());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Does work that nobody may begin to use a runtime during.
     *
     * @param work gets those that are there
     * @throws UserFailure if it is not known which environments there are
     */
    <T> T alone(Function<List<User>, T> work) {
        try {
            return holding(() -> {
                Optional<Path> damaged = Executables.entries(store.home()).stream()
                        .filter(path -> path.getFileName().toString().startsWith("environments.json.damaged-"))
                        .findFirst();
                if (damaged.isPresent()) {
                    throw new UserFailure(
                            "The note of which environment uses which runtime was damaged (" + damaged.get()
                                    + "): not all users are known.",
                            "Build your environments anew once (-Dpython-env.force), then delete that file.");
                }
                List<User> users = living(read());
                write(users);
                return work.apply(users);
            });
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private <T> T holding(Callable<T> work) throws IOException {
        return InterprocessLock.holding(
                store.home().resolve("locks").resolve("environments.lock"),
                who -> listener.on(new ProgressEvent.Detail("Waiting for " + who + ".")),
                work);
    }

    private List<User> read() throws IOException {
        List<User> users = new ArrayList<>();
        for (Map<String, String> record : file.read()) {
            String directory = record.get(DIRECTORY);
            String runtime = record.get(RUNTIME);
            if (directory == null || runtime == null) {
                throw new DamagedFile("an entry names no directory or no runtime");
            }
            users.add(new User(Path.of(directory), runtime, record.getOrDefault(BUILDER, "")));
        }
        return users;
    }

    private List<User> readOrSetAside() throws IOException {
        try {
            return read();
        } catch (DamagedFile damaged) {
            Path aside = file.setAside(clock.instant());
            listener.on(new ProgressEvent.Warning(file.file() + " was damaged (" + damaged.getMessage()
                    + ") and is kept as " + aside.getFileName() + "; until that is deleted, no runtime is pruned."));
            return List.of();
        }
    }

    private void write(List<User> users) throws IOException {
        List<Map<String, String>> records = new ArrayList<>();
        for (User user : users) {
            Map<String, String> record = new LinkedHashMap<>();
            record.put(DIRECTORY, user.directory().toString());
            record.put(RUNTIME, user.runtime());
            if (!user.builder().isEmpty()) {
                record.put(BUILDER, user.builder());
            }
            records.add(record);
        }
        file.write(records);
    }

    private static List<User> living(List<User> users) {
        return users.stream().filter(User::lives).toList();
    }

    private UserFailure unreadable(IOException e) {
        return new UserFailure(
                "Which environment uses which runtime could not be read from " + file.file() + ": " + e,
                "Delete that file and build your environments anew (-Dpython-env.force).",
                e);
    }
}
