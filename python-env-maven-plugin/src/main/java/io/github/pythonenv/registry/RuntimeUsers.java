package io.github.pythonenv.registry;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.Owner;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Which environment stands on which runtime: a small file for each environment, in the folder {@code environments} of
 * the store. Written when an environment is built, read when somebody asks what can go. A build waits for the writing,
 * so there is no JSON here, and nobody else's note is read for it.
 *
 * <p>A note's first line is the environment's folder as a URI, each other one a runtime; after the runtime of an
 * environment that is being built stands, behind a blank, the note of the process that builds it.
 */
public final class RuntimeUsers {

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
    private final ProgressListener listener;
    private final Path notes;

    public RuntimeUsers(Store store, ProgressListener listener) {
        this.store = store;
        this.listener = listener;
        this.notes = store.home().resolve("environments");
    }

    /** Notes that this process is about to build an environment on a runtime: from now on nobody prunes that one. */
    public void claim(Path directory, Runtime runtime) {
        String claim = runtime.name() + " " + Owner.current().note().strip();
        note(directory, earlier -> {
            List<String> lines = new ArrayList<>();
            for (String line : earlier) {
                if (!line.equals(runtime.name()) && !line.startsWith(runtime.name() + " ")) {
                    lines.add(line);
                }
            }
            lines.add(claim);
            return lines;
        });
    }

    /**
     * Notes what an environment stands on now.
     *
     * @param directory of the environment
     * @param runtimes the names of its own and of those of its earlier generations
     */
    public void stands(Path directory, List<String> runtimes) {
        note(directory, earlier -> List.copyOf(new LinkedHashSet<>(runtimes)));
    }

    /** A store that cannot be written is one that nobody prunes. */
    private void note(Path directory, Function<List<String>, List<String>> change) {
        String folder = uri(directory);
        Path file = notes.resolve(
                Digests.sha256(folder.getBytes(StandardCharsets.UTF_8)).substring(0, 16) + ".txt");
        try {
            Path unused = holding(() -> {
                List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of(folder);
                List<String> next = new ArrayList<>();
                next.add(folder);
                next.addAll(change.apply(lines.subList(Math.min(1, lines.size()), lines.size())));
                return replace(file, next);
            });
        } catch (IOException e) {
            listener.on(new ProgressEvent.Detail("Not noted in " + file + ": " + e));
        }
    }

    /** The same whether the folder is there or not: Java ends that of a folder which is there with a slash. */
    private static String uri(Path directory) {
        String uri = directory.toUri().toString();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    private Path replace(Path file, List<String> lines) throws IOException {
        Path fresh = Files.createDirectories(notes).resolve("." + file.getFileName());
        Files.write(fresh, lines);
        return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Those that are there now. */
    List<User> users() {
        try {
            return read().stream().filter(User::lives).toList();
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
                sweep();
                return work.apply(users());
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
        for (Path file : files()) {
            users.addAll(read(file));
        }
        return users;
    }

    private List<Path> files() {
        return Executables.entries(notes).stream()
                .filter(file -> file.getFileName().toString().endsWith(".txt"))
                .toList();
    }

    /** Only where nobody else writes: else a note could go that a build has just made. */
    private void sweep() throws IOException {
        for (Path file : files()) {
            if (read(file).stream().noneMatch(User::lives)) {
                Files.delete(file);
            }
        }
    }

    private static List<User> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2) {
            throw damaged(file);
        }
        Path directory = directory(file, lines.get(0));
        List<User> users = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int blank = line.indexOf(' ');
            users.add(
                    blank < 0
                            ? new User(directory, line, "")
                            : new User(directory, line.substring(0, blank), line.substring(blank + 1)));
        }
        return users;
    }

    private static Path directory(Path file, String uri) {
        try {
            return Path.of(URI.create(uri));
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    private static UserFailure damaged(Path file) {
        return new UserFailure(
                file + " is damaged: not all users are known.",
                "Delete that file, and build your environments anew once (-Dpython-env.force).");
    }

    private UserFailure unreadable(IOException e) {
        return new UserFailure(
                "Which environment uses which runtime could not be read from " + notes + ": " + FileFault.why(e) + ".",
                "Give this user the right to read there.",
                e);
    }
}
