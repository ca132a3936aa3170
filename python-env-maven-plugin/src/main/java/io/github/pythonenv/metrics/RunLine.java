package io.github.pythonenv.metrics;

import io.github.pythonenv.metrics.RunRecord.Outcome;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run as a line of JSON ({@code metrics-1.0.schema.json}). Written token by token: a build that makes an environment
 * should not wait for the loading of more.
 */
final class RunLine {

    private static final String VERSION = "1.0";

    private RunLine() {}

    static String print(RunRecord run) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("schemaVersion", VERSION);
            json.writeStringProperty("started", run.started().toString());
            json.writeStringProperty("environment", run.environment());
            json.writeStringProperty("goal", run.goal());
            json.writeStringProperty("outcome", run.outcome().word());
            json.writeNumberProperty("milliseconds", run.milliseconds());
            json.writeStringProperty("python", run.python());
            json.writeNumberProperty("packages", run.packages());
            json.writeNumberProperty("fetched", run.fetched());
            json.writeArrayPropertyStart("stages");
            for (StageTime stage : run.stages()) {
                json.writeStartObject();
                json.writeStringProperty("stage", stage.stage());
                json.writeNumberProperty("milliseconds", stage.milliseconds());
                json.writeNumberProperty("bytes", stage.bytes());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectPropertyStart("children");
            json.writeNumberProperty("started", run.children().started());
            json.writeNumberProperty("cpuMilliseconds", run.children().cpuMilliseconds());
            json.writeNumberProperty("peakBytes", run.children().peakBytes());
            json.writeEndObject();
            json.writeObjectPropertyStart("measures");
            run.measures().forEach((measure, value) -> json.writeNumberProperty(measure.id(), value));
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Empty where the line is damaged, as a build that was killed while it wrote leaves it, or of a later version. */
    static Optional<RunRecord> parse(String line) {
        try {
            JsonNode json = new JsonMapper().readTree(line);
            return json.path("schemaVersion").asString("").startsWith("1.") ? Optional.of(run(json)) : Optional.empty();
        } catch (JacksonException | DateTimeException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static RunRecord run(JsonNode json) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        for (Map.Entry<String, JsonNode> one : json.path("measures").properties()) {
            Measure.named(one.getKey())
                    .ifPresent(measure -> measures.put(measure, one.getValue().asDouble(0)));
        }
        JsonNode children = json.path("children");
        return new RunRecord(
                Instant.parse(json.path("started").asString("")),
                json.path("environment").asString(""),
                json.path("goal").asString(""),
                outcome(json.path("outcome").asString("")),
                json.path("milliseconds").asLong(0),
                json.path("python").asString(""),
                json.path("packages").asInt(0),
                json.path("fetched").asInt(0),
                json.path("stages")
                        .valueStream()
                        .map(stage -> new StageTime(
                                stage.path("stage").asString(""),
                                stage.path("milliseconds").asLong(0),
                                stage.path("bytes").asLong(0)))
                        .toList(),
                new ChildUse(
                        children.path("started").asInt(0),
                        children.path("cpuMilliseconds").asLong(0),
                        children.path("peakBytes").asLong(0)),
                measures);
    }

    private static Outcome outcome(String word) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }
}
