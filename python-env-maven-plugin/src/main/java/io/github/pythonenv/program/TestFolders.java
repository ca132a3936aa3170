package io.github.pythonenv.program;

import io.github.pythonenv.UserFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a project has its tests. */
public sealed interface TestFolders {

    /** In these folders. */
    record In(List<Path> folders) implements TestFolders {}

    /** Where pytest's own configuration says, which are these as far as they are no patterns. */
    record Configured(List<Path> folders) implements TestFolders {}

    /** Nowhere. */
    record None() implements TestFolders {}

    /** The folders, where pytest has to be told. */
    default List<Path> paths() {
        return this instanceof In in ? in.folders() : List.of();
    }

    /** The folders in which a file that is named may be. */
    default List<Path> known() {
        return this instanceof Configured configured ? configured.folders() : paths();
    }

    /**
     * Finds them: what is named; else what pytest's configuration in the project says ({@code testpaths}); else {@code
     * src/test/python}; else {@code tests}.
     *
     * @param named what the user named, relative to the project's folder; may be empty
     * @throws UserFailure if what is named is not there
     */
    static TestFolders of(Path project, List<Path> named) {
        if (!named.isEmpty()) {
            List<Path> folders = named.stream().map(project::resolve).toList();
            folders.stream().filter(folder -> !Files.exists(folder)).findFirst().ifPresent(TestFolders::refuse);
            return new In(folders);
        }
        // pytest heeds this setting only where it starts.
        Optional<PytestConfiguration> configured = PytestConfiguration.of(project)
                .filter(configuration -> configuration.folder().equals(project) && configuration.has("testpaths"));
        if (configured.isPresent()) {
            return new Configured(configured.get().folders("testpaths"));
        }
        Optional<Path> usual = Stream.of("src/test/python", "tests")
                .map(project::resolve)
                .filter(Files::isDirectory)
                .findFirst();
        return usual.isPresent() ? new In(List.of(usual.get())) : new None();
    }

    private static void refuse(Path folder) {
        throw new UserFailure(
                "There are no tests at " + folder + ": it does not exist.",
                "Correct <testDirectories> (-Dpython-env.testDirectories=…): they are relative to the project's folder.");
    }
}
