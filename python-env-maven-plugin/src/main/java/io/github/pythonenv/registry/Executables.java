package io.github.pythonenv.registry;

import io.github.pythonenv.runtime.InstalledBy;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that are called like an interpreter. */
final class Executables {
    /** {@code python2} is not: nothing here serves it. */
    private static final Pattern POSIX = Pattern.compile("python(3(\\.\\d+t?)?)?");

    private static final Pattern WINDOWS = Pattern.compile("python(3(\\.\\d+t?)?)?\\.exe", Pattern.CASE_INSENSITIVE);

    private Executables() {}

    /** Those in that folder, sorted; none if it is not there. */
    static List<Candidate> in(Path folder, InstalledBy by, Machine machine) {
        Pattern name = machine.windows() ? WINDOWS : POSIX;
        return entries(folder).stream()
                .filter(file -> name.matcher(file.getFileName().toString()).matches())
                .filter(Files::isRegularFile)
                .map(file -> new Candidate(file, by))
                .toList();
    }

    /** Those of an installation in a folder of its own. */
    static List<Candidate> ofInstallation(Path home, InstalledBy by, Machine machine) {
        return in(machine.windows() ? home : home.resolve("bin"), by, machine);
    }

    /** Those of all installations in a folder that has one folder for each. */
    static Stream<Candidate> ofInstallations(Path parent, InstalledBy by, Machine machine) {
        return entries(parent).stream().flatMap(home -> ofInstallation(home, by, machine).stream());
    }

    /** What is in a folder, sorted; nothing if it cannot be listed. */
    static List<Path> entries(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }
}
