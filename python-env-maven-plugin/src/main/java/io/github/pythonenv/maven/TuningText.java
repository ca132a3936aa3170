package io.github.pythonenv.maven;

import io.github.pythonenv.tuning.Setting;
import io.github.pythonenv.tuning.Tuning;
import io.github.pythonenv.validation.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings that programs get on this machine, for people and for programs. */
final class TuningText {

    private TuningText() {}

    static Map<String, Object> data(Tuning tuning) {
        List<Map<String, Object>> settings = new ArrayList<>();
        for (Setting one : tuning.settings()) {
            Map<String, Object> setting = of(one.name(), one.value(), one.reason());
            setting.put("by", one instanceof Setting.Variable ? "variable" : "startup");
            settings.add(setting);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("settings", settings);
        data.put(
                "withheld",
                tuning.withheld().stream()
                        .map(one -> of(one.name(), one.value(), one.reason()))
                        .toList());
        data.put(
                "contradictions",
                tuning.contradictions().stream()
                        .map(one -> Map.of("message", one.message(), "hint", one.hint()))
                        .toList());
        return data;
    }

    private static Map<String, Object> of(String name, String value, String reason) {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("name", name);
        setting.put("value", value);
        setting.put("reason", reason);
        return setting;
    }

    /** Why each is set or not, as facts of a report. */
    static List<Evidence> evidence(Tuning tuning) {
        List<Evidence> facts = new ArrayList<>();
        tuning.settings()
                .forEach(one -> facts.add(new Evidence("why " + one.name(), one.value() + ": " + one.reason())));
        tuning.withheld()
                .forEach(one -> facts.add(new Evidence("why not " + one.name(), one.value() + ": " + one.reason())));
        tuning.contradictions().forEach(one -> facts.add(new Evidence("tuning", one.message() + " " + one.hint())));
        return facts;
    }

    static List<String> lines(Tuning tuning) {
        List<String> lines = new ArrayList<>();
        lines.add("  programs in it get:" + (tuning.settings().isEmpty() ? " nothing" : ""));
        tuning.settings().forEach(one -> lines.add(line("", one.name(), one.value(), one.reason())));
        tuning.withheld().forEach(one -> lines.add(line("not ", one.name(), one.value(), one.reason())));
        tuning.contradictions().forEach(one -> lines.add("    " + one.message() + " " + one.hint()));
        return lines;
    }

    private static String line(String not, String name, String value, String reason) {
        return String.format(Locale.ROOT, "    %-40s %-26s %s", not + name, value, reason);
    }
}
