package io.github.pythonenv.registry;

import io.github.pythonenv.runtime.InstalledBy;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of PATH. In place of shims stand the interpreters that they choose from. */
final class SearchPath implements Place {
    @Override
    public List<Candidate> candidates(Machine machine) {
        String path =
                machine.variable("PATH").or(() -> machine.variable("Path")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .flatMap(SearchPath::folder)
                .flatMap(folder -> in(folder, machine))
                .toList();
    }

    /** Relative and empty entries mean another folder in each process. */
    private static Stream<Path> folder(String entry) {
        try {
            return Stream.of(Path.of(entry)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    private static Stream<Candidate> in(Path folder, Machine machine) {
        Optional<Path> installations = VersionManagers.behindShims(folder);
        if (installations.isPresent()) {
            return Executables.ofInstallations(installations.get(), InstalledBy.SYSTEM, machine);
        }
        // There the Store leaves empty files that open a window where nothing is installed.
        boolean aliases = machine.windows() && folder.endsWith("WindowsApps");
        return aliases ? Stream.empty() : Executables.in(folder, InstalledBy.SYSTEM, machine).stream();
    }
}
