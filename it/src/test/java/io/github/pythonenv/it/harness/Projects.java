package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of one test, where it copies example projects to. Kept after the test, for whoever looks why. */
public final class Projects {

    private final Path folder;

    Projects(Path folder) {
        this.folder = folder;
    }

    /** The test's own folder, empty when the test begins. */
    public Path folder() {
        return folder;
    }

    /** A copy of an example project in a folder of the same name. */
    public MavenProject copy(String name) {
        return copy(name, name);
    }

    /** A copy of an example project in the folder that is named, which may have spaces and any letters. */
    public MavenProject copy(String name, String as) {
        return copy(Settings.projects().resolve(name), folder.resolve(as));
    }

    /** A copy of a project that the documentation shows, as it would be in a fresh checkout. */
    public MavenProject documented(String path) {
        Path from = Settings.modules().resolve("docs").resolve(path);
        return copy(from, folder.resolve(from.getFileName().toString()));
    }

    /** The text of a page of the documentation. */
    public String documentation(String page) {
        try {
            return Files.readString(Settings.modules().resolve("docs").resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MavenProject copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(file -> committed(from.relativize(file)))::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.writeString(target, Files.readString(file).replace("@project.version@", Settings.version()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root(to);
    }

    /** An empty folder, for goals that need no project. */
    public MavenProject empty(String name) {
        return root(folder.resolve(name));
    }

    private static boolean committed(Path file) {
        return !file.toString().replace('\\', '/').matches("(.*/)?(\\.venv|\\.python-env|target|__pycache__)(/.*)?");
    }

    /** Without a {@code .mvn} of its own a project would take its JVM options, and Maven 4 its siblings, from ours. */
    private static MavenProject root(Path folder) {
        try {
            Files.createDirectories(folder.resolve(".mvn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MavenProject(folder);
    }
}
