package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.OperatingSystem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An unpacked installation that is being made right.
 *
 * @param root where it lies now
 * @param finalHome where it will lie when it is used
 * @param version the CPython in it
 * @param os the system that it is for
 */
record InstallationTree(Path root, Path finalHome, PythonVersion version, OperatingSystem os) {

    /** The interpreter's file, relative to the root. */
    Path interpreter() {
        return os == OperatingSystem.WINDOWS ? Path.of("python.exe") : Path.of("bin", "python" + version.series());
    }

    Path bin() {
        return root.resolve("bin");
    }

    /** On Windows any case is the same; elsewhere, where such a tree is only looked at, it is not. */
    Path lib() {
        Path upper = root.resolve("Lib");
        return os == OperatingSystem.WINDOWS && Files.isDirectory(upper) ? upper : root.resolve("lib");
    }

    Path standardLibrary() {
        return os == OperatingSystem.WINDOWS ? lib() : lib().resolve("python" + version.series());
    }

    Path extensionModules() {
        if (os != OperatingSystem.WINDOWS) {
            return standardLibrary().resolve("lib-dynload");
        }
        Path folder = root.resolve("DLLs");
        return Files.isDirectory(folder) ? folder : lib();
    }

    /** The entries of a folder whose names match a glob, sorted; none if there is no such folder. */
    static List<Path> entries(Path folder, String glob) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        }
        found.sort(null);
        return found;
    }
}
