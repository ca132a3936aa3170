package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Settings given with {@code -D}. They win over the POM, where Maven itself would let the POM win. A setting is called as
 * its parameter is, or by its path in {@code python-env.json}; with {@code environments.NAME.} before it, it holds for one
 * environment.
 */
public final class CommandLine {

    /** Begins the names of all properties of this plugin. */
    public static final String PREFIX = "python-env.";

    /** Begins, behind that, the names of properties for one environment. */
    static final String ENVIRONMENTS = "environments.";

    private final Properties properties;
    private final Path base;

    /**
     * @param properties what the user gave; others are passed over
     * @param base the folder that relative paths refer to
     */
    public CommandLine(Properties properties, Path base) {
        this.properties = properties;
        this.base = base;
    }

    /**
     * What holds for all environments, and for the project as a whole.
     *
     * @throws UserFailure where a value is of another kind than its setting takes
     */
    public Settings shared() {
        return settings(PREFIX);
    }

    /**
     * What holds for one environment.
     *
     * @throws UserFailure where a value is of another kind than its setting takes
     */
    public Settings environment(String name) {
        return settings(PREFIX + ENVIRONMENTS + name + ".");
    }

    private Settings settings(String prefix) {
        Settings settings = Settings.NONE;
        if (given(prefix).isEmpty()) {
            return settings;
        }
        for (Setting setting : Setting.values()) {
            if (setting.ofProject() && !prefix.equals(PREFIX)) {
                continue;
            }
            for (String name : names(setting)) {
                settings = with(setting, prefix + name, settings);
            }
        }
        return settings;
    }

    /** The names of a setting; what is said by the last of them counts. */
    static List<String> names(Setting setting) {
        return setting.path().equals(setting.parameter())
                ? List.of(setting.path())
                : List.of(setting.path(), setting.parameter());
    }

    private Settings with(Setting setting, String property, Settings before) {
        Origin origin = new Origin(Origin.Level.COMMAND_LINE, "-D" + property);
        String text = properties.getProperty(property);
        if (text != null) {
            return before.with(setting, value(setting, text, property), origin);
        }
        Map<String, String> named = setting.kind().byName() ? given(property + ".") : Map.of();
        return named.isEmpty() ? before : before.with(setting, named, origin);
    }

    private Object value(Setting setting, String text, String property) {
        try {
            return setting.kind().parse(text, property, base);
        } catch (Kind.Misfit misfit) {
            throw new UserFailure(
                    "-D" + property + " is '" + text + "', and has to be "
                            + setting.kind().description() + ".",
                    setting.kind().byName()
                            ? "Write -D" + property + ".NAME=value, once for each."
                            : "Correct it on the command line.");
        }
    }

    /** What was given with names that begin so, by what follows: {@code -Dpython-env.variables.NAME=value}. */
    private Map<String, String> given(String prefix) {
        Map<String, String> given = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                given.put(name.substring(prefix.length()), properties.getProperty(name));
            }
        }
        return given;
    }
}
