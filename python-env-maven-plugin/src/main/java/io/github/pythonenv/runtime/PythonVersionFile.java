package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code .python-version} file asks for: its first line that is neither blank nor a comment. uv and pyenv write
 * and read these files; of their forms those that name a version of CPython are understood.
 */
final class PythonVersionFile {
    /** {@code cpython-3.14}, {@code cpython@3.14}, {@code python3.14} and uv's key with a platform behind. */
    private static final Pattern CPYTHON =
            Pattern.compile("(?:cpython|python)[-@]?(\\d+(?:\\.\\d+){0,2})(?:-(?:linux|macos|windows)-.*)?");

    private static final Pattern OTHER = Pattern.compile(
            "(pypy|pp|graalpy|graalvm|pyodide|jython|ironpython|micropython|stackless|pyston|cinder"
                    + "|anaconda|miniconda|miniforge|mambaforge|nogil|activepython)\\d*[-@.\\d].*|pypy|graalpy|pyodide");

    private PythonVersionFile() {}

    /**
     * Reads one such file.
     *
     * @param text the content of the file
     * @param file where it lies, for messages
     * @return the request; nothing if the file holds no line that counts
     */
    static Optional<VersionRequest> request(String text, Path file) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .map(line -> request(line.toLowerCase(Locale.ROOT), line, file));
    }

    private static VersionRequest request(String lower, String line, Path file) {
        if (OTHER.matcher(lower).matches()) {
            throw new UserFailure(
                    file + " asks for " + line + ", and only CPython can be provided here.",
                    "Write a version of CPython into the file (for instance 3.14), or state one in the POM, which"
                            + " counts before the file.");
        }
        Matcher cpython = CPYTHON.matcher(lower);
        try {
            return VersionRequest.parse(cpython.matches() ? cpython.group(1) : line);
        } catch (UserFailure e) {
            throw new UserFailure(
                    "Line '" + line + "' of " + file
                            + " names no version of CPython that can be provided: free-threaded"
                            + " builds, pre-releases, paths and names of environments are not understood.",
                    "Write 3.14 or cpython-3.14 into the file, or state the version in the POM, which counts before"
                            + " the file.",
                    e);
        }
    }
}
