package io.github.pythonenv.registry;

import java.nio.file.Path;
import java.util.List;

/**
 * What an action on the registry came to.
 *
 * @param rows the runtimes that are known after it
 * @param remarks what a person should know of it, a sentence each
 */
public record Outcome(List<Row> rows, List<String> remarks) {
    public Outcome {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /**
     * A runtime.
     *
     * @param entry what the registry says of it
     * @param environments the folders of the environments that stand on it, or that an earlier generation did
     */
    public record Row(RegistryEntry entry, List<Path> environments) {
        public Row {
            environments = List.copyOf(environments);
        }
    }
}
