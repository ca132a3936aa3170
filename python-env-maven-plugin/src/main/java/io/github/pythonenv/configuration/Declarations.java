package io.github.pythonenv.configuration;

import io.github.pythonenv.packages.Profile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one document, {@code python-env.json} or a POM, says of environments.
 *
 * @param shared what holds for all of them
 * @param environments what holds for each, by name, in the order in which they are written
 * @param profiles the profiles that it defines
 */
public record Declarations(Settings shared, Map<String, Settings> environments, List<Profile> profiles) {

    /** It says nothing. */
    public static final Declarations NONE = new Declarations(Settings.NONE, Map.of());

    public Declarations {
        environments = Collections.unmodifiableMap(new LinkedHashMap<>(environments));
        profiles = List.copyOf(profiles);
    }

    /** It defines no profiles. */
    public Declarations(Settings shared, Map<String, Settings> environments) {
        this(shared, environments, List.of());
    }

    /**
     * What nested elements of a POM say.
     *
     * @param document what the document is called
     * @param base the folder that relative paths refer to
     * @param shared the object that holds for all environments
     * @param environments the object of each
     * @throws io.github.pythonenv.UserFailure where something in them cannot be understood
     */
    public static Declarations of(
            String document, Path base, Optional<Written> shared, Map<String, Written> environments) {
        Faults faults = new Faults();
        SettingsReader reader = new SettingsReader(Origin.Level.POM, document, base, faults);
        Settings all = shared.flatMap(written -> reader.object(written, "defaults"))
                .map(reader::shared)
                .orElse(Settings.NONE);
        Map<String, Settings> named = new LinkedHashMap<>();
        environments.forEach((name, written) ->
                reader.object(written, name).ifPresent(fields -> named.put(name, reader.environment(fields))));
        faults.refuse();
        return new Declarations(all, named);
    }
}
