package io.github.pythonenv.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things lie in a virtual environment. Source: the documentation of Python's {@code venv}
 * and {@code sysconfig} (schemes {@code posix_prefix} and {@code nt}).
 *
 * @param directory the environment's folder
 * @param windows whether it is one for Windows
 */
public record VenvLayout(Path directory, boolean windows) {

    /** The folder of its programs. */
    public Path bin() {
        return directory.resolve(windows ? "Scripts" : "bin");
    }

    /**
     * The folder of the Python below, as {@code pyvenv.cfg} names it (PEP 405).
     *
     * @return nothing where that file is gone or names none: the interpreter then does not find the environment
     */
    public Optional<Path> base() {
        try (Stream<String> lines = Files.lines(directory.resolve("pyvenv.cfg"))) {
            return lines.map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2 && pair[0].strip().equals("home"))
                    .map(pair -> Path.of(pair[1].strip()))
                    .findFirst();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Its interpreter. */
    public Path python() {
        return bin().resolve(windows ? "python.exe" : "python");
    }

    /**
     * The folder of its packages.
     *
     * @param minor the interpreter's version without the patch, such as {@code 3.14}
     */
    public Path sitePackages(String minor) {
        return windows
                ? directory.resolve("Lib").resolve("site-packages")
                : directory.resolve("lib").resolve("python" + minor).resolve("site-packages");
    }

    /** The folder of its packages, where its interpreter's version is not at hand; empty where there is none. */
    Optional<Path> findSitePackages() throws IOException {
        if (windows) {
            return Optional.of(sitePackages(""));
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(directory.resolve("lib"), "python3.*")) {
            for (Path version : versions) {
                return Optional.of(version.resolve("site-packages"));
            }
        }
        return Optional.empty();
    }
}
