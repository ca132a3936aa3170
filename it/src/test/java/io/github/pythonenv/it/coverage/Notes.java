package io.github.pythonenv.it.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.internal.data.CRC64;
import org.jacoco.core.tools.ExecFileLoader;

/**
 * What was reached, by class as compiled. Shading rewrites the classes that name a relocated library and so gives them
 * another identity, but moves no branch: notes about them are taken over by name.
 */
final class Notes {

    private final Map<String, Long> compiled = new HashMap<>();
    private final ExecutionDataStore reached = new ExecutionDataStore();

    Notes(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(file -> {
                String name = classes.relativize(file).toString().replace('\\', '/');
                compiled.put(name.substring(0, name.length() - ".class".length()), identity(file));
            });
        }
    }

    /** Adds what a file says. */
    void add(Path file) throws IOException {
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(file.toFile());
        for (ExecutionData data : loader.getExecutionDataStore().getContents()) {
            Long identity = compiled.get(data.getName());
            if (identity != null) {
                reached.put(new ExecutionData(identity, data.getName(), data.getProbes()));
            }
        }
    }

    ExecutionDataStore reached() {
        return reached;
    }

    private static long identity(Path file) {
        try {
            return CRC64.classId(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
