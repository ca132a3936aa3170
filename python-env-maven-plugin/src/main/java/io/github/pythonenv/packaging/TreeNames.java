package io.github.pythonenv.packaging;

import io.github.pythonenv.runtime.PythonVersion;

/**
 * Where things lie in a tree. Source: Python's documentation of {@code sysconfig}, scheme {@code posix_prefix}.
 *
 * @param series the interpreter's version without the patch, such as {@code 3.14}
 */
record TreeNames(String series) {

    static TreeNames of(PythonVersion version) {
        return new TreeNames(version.series());
    }

    /** The folder of the standard library; no slash at the end. */
    String library() {
        return "lib/python" + series;
    }

    String sitePackages() {
        return library() + "/site-packages";
    }

    /** Whether a name in {@code bin} is one by which the interpreter itself is started or found. */
    boolean interpreter(String name) {
        return name.equals("python")
                || name.equals("python3")
                || name.equals("python" + series)
                || name.startsWith("libpython");
    }
}
