package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.EffectiveSetting;
import io.github.pythonenv.configuration.EffectiveSettings;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.tuning.Tuning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All about one environment, for people and for programs.
 *
 * @param asked what is asked for
 * @param row what the list says of it
 * @param accelerator which wheels are taken, where somebody asked for an accelerator
 * @param tuning the settings that programs in it get on this machine; they depend on what is installed, so there are none
 *     before it is made
 * @param runs what runs on it cost
 */
record EnvironmentInfo(
        ProjectMojo.Requested asked,
        EnvironmentList.Row row,
        Optional<AcceleratorText> accelerator,
        Optional<Tuning> tuning,
        RunsText runs) {

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
        accelerator.ifPresent(text -> data.put("accelerator", text.data()));
        tuning.ifPresent(tuned -> data.put("tuning", TuningText.data(tuned)));
        data.put("runs", runs.data());
        return data;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row.request().name()
                + row.purpose().map(text -> " (" + text + ")").orElse("") + ": "
                + row.request().directory() + ", "
                + row.standing().map(EnvironmentState::summary).orElse("not made yet"));
        List<EffectiveSetting> effective = effective();
        int widest =
                effective.stream().mapToInt(one -> one.name().length()).max().orElse(1);
        for (EffectiveSetting one : effective) {
            lines.add(
                    String.format(Locale.ROOT, "    %-" + widest + "s %-40s %s", one.name(), one.value(), one.place()));
        }
        accelerator.ifPresent(text -> lines.add(text.line()));
        tuning.ifPresent(tuned -> lines.addAll(TuningText.lines(tuned)));
        lines.addAll(runs.lines());
        return lines;
    }

    private List<EffectiveSetting> effective() {
        return EffectiveSettings.of(asked.environment().settings(), asked.request());
    }
}
