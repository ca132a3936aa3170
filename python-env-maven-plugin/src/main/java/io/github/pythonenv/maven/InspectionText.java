package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Inspection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An inspection for people and for programs. */
final class InspectionText {

    /** So many findings stand in an error. */
    private static final int DRIFT = 8;

    private InspectionText() {}

    /** The result in a sentence. */
    static String headline(EnvironmentRequest request, Inspection inspection) {
        String subject = "Environment " + request.name() + " (" + inspection.directory() + ")";
        return switch (inspection.status()) {
            case UP_TO_DATE -> subject + " is up to date: " + contents(inspection) + ".";
            case OUT_OF_DATE -> subject + " is out of date: " + contents(inspection) + ".";
            case DAMAGED -> subject + " is damaged: " + contents(inspection) + ".";
            case MISSING -> subject + " does not exist yet.";
            case FOREIGN -> subject + " was not made by python-env; ensure would move it to the backup.";
            case OCCUPIED -> subject + " cannot be made: something else is in the way.";
        };
    }

    /** What is wrong with one that is not up to date, for an error: the results may not be shown, with {@code -q}. */
    static String drift(EnvironmentRequest request, Inspection inspection) {
        List<String> findings = inspection.findings();
        return headline(request, inspection)
                + findings.stream()
                        .limit(DRIFT)
                        .map(finding -> "\n  - " + finding)
                        .collect(Collectors.joining())
                + (findings.size() > DRIFT ? "\n  - and " + (findings.size() - DRIFT) + " more" : "");
    }

    /** The results, each with what was found. */
    static List<String> lines(Map<EnvironmentRequest, Inspection> inspections, String prefix) {
        List<String> lines = new ArrayList<>();
        inspections.forEach((request, inspection) -> {
            lines.add(prefix + headline(request, inspection));
            inspection.findings().forEach(finding -> lines.add(prefix + "  - " + finding));
        });
        return lines;
    }

    /** The results as data. */
    static Map<String, Object> data(Map<EnvironmentRequest, Inspection> inspections) {
        List<Map<String, Object>> environments = new ArrayList<>();
        inspections.forEach((request, inspection) -> environments.add(data(request, inspection)));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "current", inspections.values().stream().allMatch(one -> one.status() == Inspection.Status.UP_TO_DATE));
        data.put("environments", environments);
        return data;
    }

    private static Map<String, Object> data(EnvironmentRequest request, Inspection inspection) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", request.name());
        data.put("directory", inspection.directory().toString());
        data.put("status", inspection.status().name().toLowerCase(Locale.ROOT));
        inspection.state().ifPresent(state -> EnvironmentList.putState(data, state));
        data.put("findings", inspection.findings());
        return data;
    }

    private static String contents(Inspection inspection) {
        return inspection.state().map(EnvironmentState::summary).orElse("");
    }
}
