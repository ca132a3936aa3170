package io.github.pythonenv.environment;

import io.github.pythonenv.activation.ShellVariable;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.tuning.Dotenv;
import io.github.pythonenv.tuning.StartupModule;
import io.github.pythonenv.tuning.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What settings leave in an environment's files, for those who start programs in it without us. Only where somebody asked
 * for any: what this machine alone would suggest is not written into files that may be used on another one.
 */
record TunedFiles(EnvironmentTuning tuning, EnvironmentRequest request) {

    /**
     * Writes them into a new generation.
     *
     * @param layout where it lies
     * @return the variables for its activation scripts
     */
    List<ShellVariable> write(VenvLayout layout, Runtime runtime) throws IOException {
        if (request.tuning().describe().isEmpty()) {
            return List.of();
        }
        Tuning tuned = tuning.of(request, layout, runtime, Map.of());
        Files.writeString(layout.directory().resolve(Dotenv.NAME), Dotenv.text(tuned));
        if (request.tuning().optimization().applyAtStartup()) {
            Path sitePackages = layout.sitePackages(runtime.version().series());
            for (Map.Entry<String, String> file : StartupModule.files(tuned).entrySet()) {
                Files.writeString(sitePackages.resolve(file.getKey()), file.getValue());
            }
        }
        return tuned.assignments().stream()
                .map(one -> ShellVariable.unlessSet(
                        one.name(), one.value(), one.weaker().toArray(String[]::new)))
                .toList();
    }
}
