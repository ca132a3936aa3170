package io.github.pythonenv.tuning;

import java.util.Map;

/**
 * Variables as a file for others: IDEs, {@code docker run --env-file} and {@code docker compose}. These read one
 * {@code NAME=value} a line; Docker takes the value as it stands, so nothing is quoted, and a value with a line break
 * cannot be told.
 */
public final class Dotenv {

    /** What the file is called in an environment's folder. */
    public static final String NAME = "tuning.env";

    private Dotenv() {}

    /** The text, each variable after its reason. */
    public static String text(Tuning tuning) {
        StringBuilder text = new StringBuilder("# Settings for programs in this environment, made by python-env.\n");
        for (Map.Entry<String, String> variable : tuning.variables().entrySet()) {
            if (variable.getValue().indexOf('\n') < 0) {
                tuning.settings().stream()
                        .filter(setting -> setting.name().equals(variable.getKey()))
                        .findFirst()
                        .ifPresent(setting -> text.append("# ")
                                .append(setting.reason().replace('\n', ' '))
                                .append('\n'));
                text.append(variable.getKey())
                        .append('=')
                        .append(variable.getValue())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
