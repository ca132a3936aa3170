package io.github.pythonenv.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs as a shell does. */
public final class ProgramSearch {
    private ProgramSearch() {}

    /**
     * Looks for a program.
     *
     * @param path what {@code PATH} says; entries that name no folder are passed over
     * @param program its file's name, on Windows with {@code .exe}
     * @return the first that may be started; nothing if there is none
     */
    public static Optional<Path> onPath(String path, String program) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> {
                    try {
                        return Stream.of(Path.of(folder, program));
                    } catch (InvalidPathException e) {
                        return Stream.empty();
                    }
                })
                .filter(Files::isExecutable)
                .findFirst();
    }
}
