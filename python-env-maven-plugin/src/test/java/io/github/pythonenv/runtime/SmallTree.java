package io.github.pythonenv.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.pythonenv.platform.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An installation of a few files, laid out as the archives are. */
final class SmallTree {
    static final String BUILD = "/home/runner/work/presets/cppbuild/linux-x86_64";
    static final PythonVersion VERSION = new PythonVersion(3, 14, 3);

    final Path root;

    SmallTree(Path root) {
        this.root = root;
    }

    SmallTree with(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, ISO_8859_1);
        return this;
    }

    InstallationTree on(OperatingSystem os) {
        return on(os, Path.of("/store/runtimes/cpython"));
    }

    InstallationTree on(OperatingSystem os, Path finalHome) {
        return new InstallationTree(root, finalHome, VERSION, os);
    }

    String text(String name) throws IOException {
        return Files.readString(root.resolve(name), ISO_8859_1);
    }

    /** Every file with its content, every link with what it says, each with whether it may be executed. */
    static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (Files.isSymbolicLink(file)) {
                    contents.put(name, "-> " + Files.readSymbolicLink(file));
                } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    contents.put(name, (Files.isExecutable(file) ? "x " : "- ") + Files.readString(file, ISO_8859_1));
                }
            }
        }
        return contents;
    }
}
