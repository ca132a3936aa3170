package io.github.pythonenv.packages;

import io.github.pythonenv.process.Completed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an environment hold exactly what requirements files of exact versions say.
 *
 * @param inside calls for the environment's interpreter
 */
record HashedSync(UvCalls inside, InstallSettings settings) {

    /**
     * @param files requirements files, every version exact
     * @param hashed whether each has its hashes: then a package without is refused, and uv's cache is tried before the
     *     index, which uv would ask about each package even when it has them all
     */
    void sync(List<Path> files, boolean hashed, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("pip", "sync", "--allow-empty-requirements"));
        files.forEach(file -> arguments.add(file.toString()));
        arguments.addAll(options);
        if (hashed) {
            arguments.add("--require-hashes");
            List<String> cached = new ArrayList<>(arguments);
            cached.add("--offline");
            Completed fromCache = inside.attempt(cached);
            if (fromCache.succeeded()) {
                return;
            }
        }
        inside.call("The packages could not be installed", arguments);
    }
}
