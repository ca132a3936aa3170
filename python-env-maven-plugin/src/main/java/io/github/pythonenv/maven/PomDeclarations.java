package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.Declarations;
import io.github.pythonenv.configuration.ParameterSettings;
import io.github.pythonenv.configuration.Settings;
import io.github.pythonenv.configuration.Written;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a POM says of environments: in parameters of their own, which hold for all, and in {@code <defaults>} and
 * {@code <environments>}, whose names are the keys of {@code python-env.json}.
 *
 * @param project the folder that relative paths refer to
 */
record PomDeclarations(Path project) {

    private static final String POM = "the POM";

    /**
     * What a POM says.
     *
     * @throws io.github.pythonenv.UserFailure where an element is not known or holds something else than it should
     */
    Declarations read(Parameters parameters) {
        Settings flat = ParameterSettings.read(POM, project, parameters);
        Optional<Written> defaults = parameters.object("defaults");
        Map<String, Written> environments = parameters.objects("environments");
        if (defaults.isEmpty() && environments.isEmpty()) {
            return new Declarations(flat, Map.of());
        }
        Declarations nested = Declarations.of(POM, project, defaults, environments);
        return new Declarations(flat.over(nested.shared()), nested.environments());
    }
}
