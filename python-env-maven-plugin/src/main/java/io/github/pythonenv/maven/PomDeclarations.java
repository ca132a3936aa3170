package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.Declarations;
import io.github.pythonenv.configuration.Setting;
import io.github.pythonenv.configuration.Settings;
import io.github.pythonenv.configuration.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Reads what a POM says of environments in nested elements, whose names are the keys of {@code python-env.json}.
 *
 * @param project the folder that relative paths refer to
 */
record PomDeclarations(Path project) {

    /**
     * What a POM says.
     *
     * @param parameters what it says in parameters of their own
     * @param defaults the element {@code <defaults>}
     * @param environments the element {@code <environments>}
     * @throws io.github.pythonenv.UserFailure where an element is not known or holds something else than it should
     */
    Declarations read(
            Settings parameters, Optional<PlexusConfiguration> defaults, Optional<PlexusConfiguration> environments) {
        if (defaults.isEmpty() && environments.isEmpty()) {
            return new Declarations(parameters, Map.of());
        }
        Map<String, Written> named = new LinkedHashMap<>();
        environments.ifPresent(all -> {
            for (PlexusConfiguration one : all.getChildren()) {
                named.put(one.getName(), written(one, "", "<environments><" + one.getName() + ">"));
            }
        });
        Declarations nested =
                Declarations.of("the POM", project, defaults.map(element -> written(element, "", "<defaults>")), named);
        return new Declarations(parameters.over(nested.shared()), nested.environments());
    }

    private static Written written(PlexusConfiguration element, String path, String place) {
        boolean list = Setting.isList(path);
        if (element.getChildCount() == 0) {
            String text = Objects.requireNonNullElse(element.getValue(null), "").strip();
            boolean nothing = path.isEmpty() && text.isEmpty();
            return nothing ? new Written.Fields(Map.of(), place) : new Written.Text(text, Written.Form.ANY, place);
        }
        List<Written> items = new ArrayList<>();
        Map<String, Written> fields = new LinkedHashMap<>();
        for (PlexusConfiguration child : element.getChildren()) {
            Written value = written(
                    child,
                    path.isEmpty() ? child.getName() : path + "." + child.getName(),
                    place + "<" + child.getName() + ">");
            items.add(value);
            fields.put(child.getName(), value);
        }
        return list ? new Written.Items(items, place) : new Written.Fields(fields, place);
    }
}
