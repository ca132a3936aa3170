package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@code uv.lock} says of where packages come from. uv writes each source on a line of its own
 * ({@code source = { registry = "…" }}), so a pattern reads it without a TOML library.
 *
 * @param folder the folder of the lock
 * @param text its contents
 */
record UvLockFile(Path folder, String text) {

    private static final Pattern SOURCE =
            Pattern.compile("^source = \\{ (?<kind>[a-z]+) = \"(?<where>[^\"]*)\"", Pattern.MULTILINE);

    private static final Pattern REQUIRES_PYTHON =
            Pattern.compile("^requires-python = \"([^\"]*)\"", Pattern.MULTILINE);

    private static final Pattern LOCAL_PACKAGE = Pattern.compile(
            "^name = \"(?<name>[^\"]+)\"\\R(?:version = .*\\R)?source = \\{ (?:editable|virtual|directory) = ",
            Pattern.MULTILINE);

    /** @throws UserFailure where there is no such file */
    static UvLockFile read(UvLock lock) {
        try {
            return new UvLockFile(lock.root(), Files.readString(lock.file()));
        } catch (IOException e) {
            throw new UserFailure(
                    "The lock " + lock.file() + " cannot be read: " + e,
                    "Make it with uv lock in " + lock.root() + ".",
                    e);
        }
    }

    /** The folders of the project, the members of its workspace, and what depends on a path. */
    List<Path> localProjects() {
        return sources(List.of("editable", "virtual", "directory")).distinct().toList();
    }

    /** The folders of local projects that are never installed editable. */
    List<Path> copiedProjects() {
        return sources(List.of("directory")).distinct().toList();
    }

    /** The names of the same projects. */
    List<String> localNames() {
        return LOCAL_PACKAGE
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** The versions of Python that the lock was made for. */
    Optional<String> requiresPython() {
        return REQUIRES_PYTHON
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst();
    }

    /** The indexes that the lock was made on. */
    List<String> registries() {
        return SOURCE.matcher(text)
                .results()
                .filter(match -> match.group(1).equals("registry"))
                .map(match -> match.group(2))
                .distinct()
                .toList();
    }

    private Stream<Path> sources(List<String> kinds) {
        return SOURCE.matcher(text)
                .results()
                .filter(match -> kinds.contains(match.group(1)))
                .map(match -> folder.resolve(match.group(2)).normalize());
    }
}
