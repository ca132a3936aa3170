package io.github.pythonenv.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The JDK's, for single files that are measured. */
final class Compiler {

    private Compiler() {}

    /** Compiles a file into the folder {@code classes} beside it, and gives that. */
    static Path compile(Path source, String classPath) throws IOException {
        Path classes = Files.createDirectories(source.resolveSibling("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("--release", "17", "-d", classes.toString(), "-cp", classPath);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new AssertionError(source + " does not compile.");
            }
        }
        return classes;
    }
}
