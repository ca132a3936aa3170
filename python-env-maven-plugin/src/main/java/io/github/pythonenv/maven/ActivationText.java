package io.github.pythonenv.maven;

import io.github.pythonenv.activation.Activation;
import io.github.pythonenv.activation.ShellVariable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What enters an environment, for programs. */
final class ActivationText {

    private ActivationText() {}

    static Map<String, Object> data(String environment, Activation activation) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (ShellVariable variable : activation.variables()) {
            variables.put(variable.name(), Map.of("value", variable.value(), "overrides", variable.overrides()));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", environment);
        data.put("directory", activation.environment().directory().toString());
        data.put("bin", activation.environment().bin().toString());
        data.put("shell", activation.shell().name().toLowerCase(Locale.ROOT));
        data.put("commands", activation.commands());
        data.put("variables", variables);
        return data;
    }
}
