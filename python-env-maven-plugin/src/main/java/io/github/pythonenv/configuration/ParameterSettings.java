package io.github.pythonenv.configuration;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Settings that are said in parameters of the plugin, each by a name of its own rather than in an object. */
public final class ParameterSettings {

    private ParameterSettings() {}

    /**
     * Reads them.
     *
     * @param document what it is called where they are said
     * @param base the folder that relative paths refer to
     * @param said what is said of a setting, if anything
     * @throws io.github.pythonenv.UserFailure where something is of another kind than its setting takes
     */
    public static Settings read(String document, Path base, Function<Setting, Optional<Written>> said) {
        Faults faults = new Faults();
        SettingsReader reader = new SettingsReader(Origin.Level.POM, document, base, faults);
        Settings settings = Settings.NONE;
        for (Setting setting : Setting.values()) {
            Optional<Written> written = said.apply(setting);
            if (written.isPresent()) {
                settings = reader.with(setting, written.get(), settings);
            }
        }
        faults.refuse();
        return settings;
    }
}
