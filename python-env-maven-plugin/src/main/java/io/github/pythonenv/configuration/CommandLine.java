package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Settings given with {@code -D}. They win over the POM, where Maven itself would let the POM win. */
public final class CommandLine {

    private CommandLine() {}

    /**
     * The settings among properties.
     *
     * @param properties what the user gave; others are passed over
     * @param base the folder that relative paths refer to
     * @throws UserFailure where a value is of another kind than its setting takes
     */
    public static Settings settings(Properties properties, Path base) {
        Settings settings = Settings.NONE;
        for (Setting setting : Setting.values()) {
            String text = properties.getProperty(setting.property());
            if (text == null) {
                text = properties.getProperty("python-env." + setting.path());
            }
            if (text != null) {
                settings = settings.with(setting, value(setting, text, base), origin(setting));
            } else if (setting.kind().byName()) {
                Map<String, String> named = named(setting.property() + ".", properties);
                settings = named.isEmpty() ? settings : settings.with(setting, named, origin(setting));
            }
        }
        return settings;
    }

    private static Object value(Setting setting, String text, Path base) {
        try {
            return setting.kind().parse(text, setting.property(), base);
        } catch (Kind.Misfit misfit) {
            throw new UserFailure(
                    "-D" + setting.property() + " is '" + text + "', and has to be "
                            + setting.kind().description() + ".",
                    setting.kind().byName()
                            ? "Write -D" + setting.property() + ".NAME=value, once for each."
                            : "Correct it on the command line.");
        }
    }

    /** {@code -Dpython-env.variables.NAME=value}, once for each. */
    private static Map<String, String> named(String prefix, Properties properties) {
        Map<String, String> named = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                named.put(name.substring(prefix.length()), properties.getProperty(name));
            }
        }
        return named;
    }

    private static Origin origin(Setting setting) {
        return new Origin(Origin.Level.COMMAND_LINE, "-D" + setting.property());
    }
}
