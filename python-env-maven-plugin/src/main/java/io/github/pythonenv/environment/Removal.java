package io.github.pythonenv.environment;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes an environment that this plugin made away, with its earlier generations. */
public final class Removal {

    private final Path environment;
    private final Generations generations;

    /** @param environment its absolute folder */
    public Removal(Path environment) {
        this.environment = environment;
        this.generations = new Generations(environment);
    }

    /** Whether an environment that this plugin made stands in a folder. */
    public static boolean applies(Path environment) {
        return StateFile.read(environment).isPresent();
    }

    /** The folders that go: its own, and the one of its earlier generations. */
    public List<Path> folders() {
        return Stream.of(environment, shelf()).filter(Files::isDirectory).toList();
    }

    private Path shelf() {
        return generations.shelves().resolve(Objects.requireNonNull(environment.getFileName()));
    }

    /**
     * Removes it while nobody else changes it, and notes that in its journal. A build that is killed meanwhile leaves all
     * of it or nothing of it in its place.
     *
     * @param why for a person
     * @param listener is told if somebody else has to be waited for
     * @throws io.github.pythonenv.UserFailure where it cannot be done
     */
    public void run(String why, ProgressListener listener) {
        try {
            InterprocessLock.holding(
                    generations.lockFile(),
                    holder -> listener.on(new ProgressEvent.Notice(
                            "Waiting for " + holder + ", which is changing " + environment + ".")),
                    () -> {
                        Path aside = Staging.create(shelf(), "removed");
                        Files.move(environment, aside.resolve("environment"));
                        generations.remove();
                        generations.journal().note("removed, " + why);
                        return environment;
                    });
        } catch (IOException e) {
            throw Disk.failure(environment, e);
        }
    }
}
