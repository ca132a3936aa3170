package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Inspection;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An inspection for people and for programs. */
final class InspectionText {

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

    /** Writes the result as JSON, creating folders as needed. */
    static void writeJson(Path file, EnvironmentRequest request, Inspection inspection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("environment", request.name());
        json.put("directory", inspection.directory().toString());
        json.put("status", inspection.status().name().toLowerCase(Locale.ROOT));
        inspection.state().ifPresent(state -> {
            json.put("python", state.runtime().version().toString());
            json.put("runtime", state.runtime().name());
            json.put("generation", state.generation());
            json.put("created", state.created().toString());
            json.put("fingerprint", state.fingerprint());
            json.put("packages", state.packages());
        });
        json.put("findings", inspection.findings());
        OutputFile.write(
                file,
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(json)
                        + "\n");
    }

    private static String contents(Inspection inspection) {
        return inspection.state().map(EnvironmentState::summary).orElse("");
    }
}
