package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** The file that makes a folder an environment (PEP 405). */
    public Path configuration() {
        return directory.resolve("pyvenv.cfg");
    }

    /** What that file says, by key. */
    public Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String line : Files.readAllLines(configuration())) {
            String[] pair = line.split("=", 2);
            if (pair.length == 2) {
                settings.put(pair[0].strip(), pair[1].strip());
            }
        }
        return settings;
    }

    /** Whether that file is there and names a Python below; without, the interpreter does not find the environment. */
    public boolean namesBase() {
        try {
            return settings().containsKey("home");
        } catch (IOException e) {
            return false;
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
