package io.github.pythonenv.environment;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.registry.Superseded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Removes what a new generation, which stands by now, has made needless: what is left of it is no reason to fail.
 *
 * @param directory of the environment
 */
record Pruning(Toolbox tools, Path directory, Generations generations) {

    /**
     * Does it.
     *
     * @param replaced the number of the generation that stood there until now
     */
    void prune(Retention retention, OptionalLong replaced) {
        Set<String> left = new TreeSet<>(generations.runtimes());
        try {
            List<Long> removed = generations.prune(retention, replaced);
            if (!removed.isEmpty()) {
                generations
                        .journal()
                        .note("removed generation"
                                + removed.stream().map(number -> " " + number).collect(Collectors.joining(",")));
            }
        } catch (IOException e) {
            tools.warn("An earlier generation could not be removed, and is left to the next rebuild: "
                    + FileFault.why(e) + ".");
        }
        List<String> runtimes = generations.runtimes();
        tools.users().stands(directory, runtimes);
        left.removeAll(runtimes);
        new Superseded(tools.store(), tools.listener()).remove(left);
    }
}
