package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.EffectiveSetting;
import io.github.pythonenv.configuration.EffectiveSettings;
import io.github.pythonenv.environment.EnvironmentState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All about one environment, for people and for programs.
 *
 * @param asked what is asked for
 * @param row what the list says of it
 */
record EnvironmentInfo(ProjectMojo.Requested asked, EnvironmentList.Row row) {

    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>(EnvironmentList.data(row));
        List<Map<String, Object>> settings = new ArrayList<>();
        for (EffectiveSetting one : effective()) {
            Map<String, Object> setting = new LinkedHashMap<>();
            setting.put("setting", one.name());
            setting.put("value", one.value());
            setting.put("level", one.level().toLowerCase(Locale.ROOT));
            setting.put("place", one.place());
            settings.add(setting);
        }
        data.put("settings", settings);
        return data;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row.request().name()
                + row.purpose().map(text -> " (" + text + ")").orElse("") + ": "
                + row.request().directory() + ", "
                + row.standing().map(EnvironmentState::summary).orElse("not made yet"));
        for (EffectiveSetting one : effective()) {
            lines.add(String.format(Locale.ROOT, "    %-26s %-40s %s", one.name(), one.value(), one.place()));
        }
        return lines;
    }

    private List<EffectiveSetting> effective() {
        return EffectiveSettings.of(asked.environment().settings(), asked.request());
    }
}
