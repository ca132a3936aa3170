package io.github.pythonenv.packaging;

import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.runtime.Runtime;
import java.nio.file.Files;

/** Where things lie in a tree. Source: Python's documentation of {@code sysconfig}. */
sealed interface TreeNames permits PosixNames, WindowsNames {

    /** Those of a tree with that interpreter. */
    static TreeNames of(Runtime runtime) {
        String series = runtime.version().series();
        return OperatingSystem.of(runtime.platform()) == OperatingSystem.WINDOWS
                ? new WindowsNames(series, Files.isDirectory(runtime.home().resolve("Lib")) ? "Lib" : "lib")
                : new PosixNames(series);
    }

    /** The folder of the standard library; no slash at the end. */
    String library();

    default String sitePackages() {
        return library() + "/site-packages";
    }

    /** Whether a file or folder of an installation is of the interpreter, and not of pip. */
    boolean ofTheInterpreter(String name);

    /** Where in the tree a file of a virtual environment of this machine lies. */
    String placed(String name);

    /** What a file of the tree would be called on Linux or macOS: rules for files are written so. */
    String usual(String name);
}
