package io.github.pythonenv.configuration;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.runtime.DiscoveredRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the settings of an environment come to: those that were set, those that were found, and the defaults. */
public final class EffectiveSettings {

    private EffectiveSettings() {}

    /**
     * Tells for each setting what it comes to.
     *
     * @param set what was set
     * @param request what became of it
     */
    public static List<EffectiveSetting> of(Settings set, EnvironmentRequest request) {
        List<EffectiveSetting> effective = new ArrayList<>();
        Optional<DiscoveredRequest> discovered = EnvironmentRequests.discovered(request.project(), request.inputs());
        Map<Setting, String> defaults = defaults(request);
        for (Setting setting : Setting.values()) {
            Settings.Value value = set.all().get(setting);
            if (value != null) {
                effective.add(new EffectiveSetting(
                        setting.parameter(),
                        shown(setting, value.value()),
                        value.origin().level().name(),
                        value.origin().place()));
            } else if (setting == Setting.PYTHON_VERSION && discovered.isPresent()) {
                effective.add(new EffectiveSetting(
                        setting.parameter(),
                        discovered.get().request().text(),
                        "FOUND",
                        String.valueOf(discovered.get().origin())));
            } else {
                Optional.ofNullable(defaults.get(setting))
                        .ifPresent(text ->
                                effective.add(new EffectiveSetting(setting.parameter(), text, "DEFAULT", "default")));
            }
        }
        if (!InputConfiguration.of(set).isExplicit() && !set.has(Setting.PROFILES) && !set.has(Setting.TEMPLATE)) {
            effective.add(new EffectiveSetting("inputs", request.inputs().summary(), "FOUND", "found in the project"));
        }
        return effective;
    }

    private static Map<Setting, String> defaults(EnvironmentRequest request) {
        Map<Setting, String> defaults = new EnumMap<>(Setting.class);
        defaults.put(Setting.DIRECTORY, request.directory().toString());
        defaults.put(Setting.SWAP, "exchange");
        defaults.put(Setting.KEEP_GENERATIONS, request.retention().generations().isEmpty() ? "any number" : "1");
        if (!(request.inputs() instanceof Packed)) {
            defaults.put(Setting.PYTHON_VERSION, "the newest that starts here");
            defaults.put(Setting.SOURCE, "auto");
            defaults.put(Setting.LOCK_FILE, request.lock().file().toString());
            defaults.put(Setting.DEFAULT_GROUPS, "true");
            defaults.put(Setting.EDITABLE, "true");
            defaults.put(Setting.UV_VERSION, request.uv().describe());
            defaults.put(
                    Setting.TIMEOUT, Long.toString(request.settings().deadline().toSeconds()));
        }
        return defaults;
    }

    /** Names of variables are shown, their values may be secrets. */
    private static String shown(Setting setting, Object value) {
        if (value instanceof Map<?, ?> map && setting == Setting.VARIABLES) {
            return map.keySet().stream().sorted().toList().toString();
        }
        return String.valueOf(value);
    }
}
