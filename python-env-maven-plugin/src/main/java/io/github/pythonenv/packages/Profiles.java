package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.KeptFile;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The profiles that all builds of a user know: those that come with the plugin, and the user's own, which are kept in
 * {@code profiles.json} of the store and may take the place of one of the same name.
 */
public final class Profiles {
    private final Path file;
    private final Path lock;
    private final Clock clock;
    private final ProgressListener listener;

    public Profiles(Store store, Clock clock, ProgressListener listener) {
        this.file = store.home().resolve("profiles.json");
        this.lock = store.home().resolve("locks").resolve("profiles.lock");
        this.clock = clock;
        this.listener = listener;
    }

    /** Those that come with the plugin. */
    public static List<Profile> builtIn() {
        try (InputStream resource = Profiles.class.getResourceAsStream("profiles.json")) {
            return ProfileText.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user's own; none where the file is damaged, which is told. Changes nothing. */
    public List<Profile> own() {
        try {
            return read();
        } catch (DamagedProfiles damaged) {
            listener.on(new ProgressEvent.Warning(file + " is damaged (" + damaged.getMessage()
                    + "), so your own profiles are not known. The next put sets the file aside and begins a new one."));
            return List.of();
        } catch (IOException e) {
            throw new UserFailure(
                    file + " cannot be read: " + FileFault.why(e) + ".", "Give this user the right to read it.", e);
        }
    }

    /** All: the user's own in place of others of the same name. */
    public List<Profile> all() {
        List<Profile> own = own();
        List<Profile> all = new ArrayList<>(own);
        builtIn().stream().filter(profile -> !isAmong(own, profile.name())).forEach(all::add);
        all.sort(Comparator.comparing(Profile::name));
        return List.copyOf(all);
    }

    /** Adds one of the user's own, or puts it in the place of the one of that name. */
    public void put(Profile profile) {
        change(own -> {
            List<Profile> next = new ArrayList<>(own);
            next.removeIf(known -> known.name().equals(profile.name()));
            next.add(profile);
            return next;
        });
    }

    /**
     * Removes one of the user's own.
     *
     * @throws UserFailure where the user has none of that name
     */
    public void remove(String name) {
        change(own -> {
            if (!isAmong(own, name)) {
                throw new UserFailure(
                        "You have no profile " + name + " of your own.",
                        isAmong(builtIn(), name)
                                ? "It comes with the plugin and stays; put one of that name, and yours is taken."
                                : NearName.question(
                                                name,
                                                own.stream().map(Profile::name).toList())
                                        + "mvn python-env:profiles lists all.");
            }
            return own.stream().filter(known -> !known.name().equals(name)).toList();
        });
    }

    private static boolean isAmong(List<Profile> profiles, String name) {
        return profiles.stream().anyMatch(profile -> profile.name().equals(name));
    }

    private List<Profile> read() throws IOException {
        return Files.exists(file) ? ProfileText.read(Files.readString(file)) : List.of();
    }

    private void change(UnaryOperator<List<Profile>> change) {
        try {
            InterprocessLock.holding(
                    lock,
                    who -> listener.on(new ProgressEvent.Detail("Waiting for " + who + " with the profiles.")),
                    () -> {
                        List<Profile> next = new ArrayList<>(change.apply(readOrSetAside()));
                        next.sort(Comparator.comparing(Profile::name));
                        new KeptFile(file).write(ProfileText.write(next));
                        return next.size();
                    });
        } catch (IOException e) {
            throw new UserFailure(
                    file + " could not be written: " + FileFault.why(e) + ".",
                    "Give this user the right to write there, make room on that disk, or name another store with"
                            + " -Dpython-env.home=<folder>.",
                    e);
        }
    }

    private List<Profile> readOrSetAside() throws IOException {
        try {
            return read();
        } catch (DamagedProfiles damaged) {
            Path aside = new KeptFile(file).setAside(clock.instant());
            listener.on(new ProgressEvent.Warning(file + " was damaged (" + damaged.getMessage() + "). It is kept as "
                    + aside.getFileName() + ", and a new one was begun."));
            return List.of();
        }
    }
}
