package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@code uv.lock} says of where packages come from. uv writes each source on a line of its own
 * ({@code source = { registry = "…" }}), so a pattern reads it, without the time that loading a TOML library takes.
 *
 * @param text the contents of the lock
 */
record UvLockFile(String text) {

    private static final Pattern REQUIRES_PYTHON =
            Pattern.compile("^requires-python = \"([^\"]*)\"", Pattern.MULTILINE);

    private static final Pattern SOURCE = Pattern.compile(
            "^name = \"(?<name>[^\"]+)\"\\R(?:version = .*\\R)?source = \\{ (?<kind>[a-z]+) = \"(?<where>[^\"]*)\"",
            Pattern.MULTILINE);

    /**
     * Where a package comes from.
     *
     * @param name of the package
     * @param kind uv's word: registry, git, url, path (an archive), directory, editable, virtual
     * @param where a URL; a file or folder relative to the lock
     */
    record Source(String name, String kind, String where) {}

    /** @throws UserFailure where there is no such file */
    static UvLockFile read(UvLock lock) {
        try {
            return new UvLockFile(Files.readString(lock.file()));
        } catch (IOException e) {
            throw new UserFailure(
                    Files.exists(lock.file())
                            ? "The lock " + lock.file() + " cannot be read: " + FileFault.why(e) + "."
                            : lock.root() + " has no uv.lock yet.",
                    "Make it with mvn python-env:lock, and commit it.",
                    e);
        }
    }

    /** The versions of Python that the lock was made for. */
    Optional<String> requiresPython() {
        return REQUIRES_PYTHON
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst();
    }

    /** The sources of some kinds, in the order of the lock. */
    Stream<Source> ofKind(String... kinds) {
        return SOURCE.matcher(text)
                .results()
                .map(match -> new Source(match.group(1), match.group(2), match.group(3)))
                .filter(source -> List.of(kinds).contains(source.kind));
    }

    /** The indexes that the lock was made on, each once; folders that serve as one are left out. */
    List<String> registries() {
        return ofKind("registry")
                .map(Source::where)
                .filter(where -> where.contains("://"))
                .distinct()
                .toList();
    }
}
