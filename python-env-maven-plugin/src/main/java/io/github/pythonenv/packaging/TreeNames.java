package io.github.pythonenv.packaging;

import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where things lie in a tree. Source: Python's documentation of {@code sysconfig}. */
sealed interface TreeNames permits PosixNames, WindowsNames {

    /** Those of a tree with that interpreter. */
    static TreeNames of(Runtime runtime) throws IOException {
        return of(runtime.platform(), runtime.version().series(), runtime.home());
    }

    /**
     * Those of a tree that is there.
     *
     * @param platform such as {@code windows-x86_64}
     * @param series the interpreter's version without the patch, such as {@code 3.14}
     */
    static TreeNames of(String platform, String series, Path tree) throws IOException {
        return OperatingSystem.of(platform) == OperatingSystem.WINDOWS
                ? new WindowsNames(series, library(tree))
                : new PosixNames(series);
    }

    /** As the tree spells it: asked for either spelling, the file systems of macOS and Windows say that it is there. */
    private static String library(Path tree) throws IOException {
        try (Stream<Path> top = Files.list(tree)) {
            return top.map(one -> String.valueOf(one.getFileName()))
                    .filter("lib"::equalsIgnoreCase)
                    .sorted()
                    .findFirst()
                    .orElse("Lib");
        }
    }

    /** The interpreter. */
    String python();

    /** The folder of programs. */
    String programs();

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
