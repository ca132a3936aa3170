package io.github.pythonenv.report;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.validation.BenchmarkReport;
import io.github.pythonenv.validation.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the last benchmark of an environment measured, as its {@code benchmark.json} has it.
 *
 * @param json in the form of an environment of {@code benchmark-1.0.schema.json}
 */
public record WrittenBenchmark(JsonNode json) {

    private static final String DATA = "benchmark.json";

    /**
     * A figure without the tuning and with it, for a person.
     *
     * @param tuned what it is with the tuning, or a dash
     * @param gain how much better it is then, or a dash
     */
    public record Row(String title, String plain, String tuned, String gain) {}

    /**
     * Keeps what a benchmark measured, in the form of {@code benchmark-1.0.schema.json}.
     *
     * @param folder that of the environment's reports; made where it is not there
     * @throws io.github.pythonenv.UserFailure where it cannot be written
     */
    public static WrittenBenchmark write(BenchmarkReport report, Path folder) {
        Map<String, Object> data = BenchmarkData.of(report);
        Reports.replace(folder.resolve(DATA), Reports.indented(Map.of("environments", List.of(data))));
        return new WrittenBenchmark(new JsonMapper().valueToTree(data));
    }

    /**
     * What was kept there.
     *
     * @return nothing where there is no file, or it is damaged
     */
    public static Optional<WrittenBenchmark> in(Path folder) {
        try {
            JsonNode json = new JsonMapper().readTree(Files.readString(folder.resolve(DATA)));
            return json.path("environments").path(0).path("figures").isArray()
                    ? Optional.of(new WrittenBenchmark(json.path("environments").path(0)))
                    : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** When and how it was measured, a sentence. */
    public String summary() {
        int rounds = json.path("rounds").asInt(0);
        return "Medians of " + rounds + (rounds == 1 ? " round" : " rounds") + ", measured "
                + Amounts.moment(json.path("started").asString("")) + ".";
    }

    /** The figures. */
    public List<Row> rows() {
        return json.path("figures").valueStream().map(WrittenBenchmark::row).toList();
    }

    /** What was not measured, each a sentence with the reason. */
    public List<String> skipped() {
        return json.path("skipped")
                .valueStream()
                .map(one ->
                        one.path("label").asString("") + ": " + one.path("text").asString(""))
                .toList();
    }

    private static Row row(JsonNode figure) {
        String unit = figure.path("unit").asString("");
        JsonNode gain = figure.path("gain");
        return new Row(
                figure.path("title").asString(""),
                amount(figure.path("plain"), unit),
                amount(figure.path("tuned"), unit),
                gain.isNumber() ? String.format(Locale.ROOT, "%.2f x", gain.asDouble(0)) : "–");
    }

    private static String amount(JsonNode value, String unit) {
        return value.isNumber() ? new Figure("", value.asDouble(0), unit).text() : "–";
    }
}
