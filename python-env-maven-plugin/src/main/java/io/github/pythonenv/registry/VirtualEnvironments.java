package io.github.pythonenv.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Virtual environments (PEP 405), told by the file that makes an interpreter one: nothing is started. */
final class VirtualEnvironments {
    private VirtualEnvironments() {}

    /**
     * The environment that an interpreter belongs to.
     *
     * @param executable by the name that it was found by: its target is the base's
     * @return the environment's folder; nothing if it is no environment's
     */
    static Optional<Path> of(Path executable) {
        return Stream.of(
                        Optional.ofNullable(executable.getParent()),
                        Optional.ofNullable(executable.getParent()).map(Path::getParent))
                .flatMap(Optional::stream)
                .filter(folder -> Files.isRegularFile(folder.resolve("pyvenv.cfg")))
                .findFirst();
    }

    /** The folder of the interpreter that an environment was made of, as its file says. */
    static Optional<Path> baseFolder(Path environment) {
        try {
            List<String> lines = Files.readAllLines(environment.resolve("pyvenv.cfg"), StandardCharsets.UTF_8);
            return lines.stream()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2 && pair[0].strip().equals("home"))
                    .map(pair -> Path.of(pair[1].strip()))
                    .findFirst();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
