package io.github.pythonenv.report;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report that was written earlier, as its {@code report.json} has it.
 *
 * @param folder where it was written
 */
public record WrittenReport(Path folder, JsonNode json) {

    /**
     * A check in it.
     *
     * @param verdict its word, such as {@code failed}
     * @param text what was found; empty where all is well
     * @param hint what to do; may be empty
     */
    public record Check(String title, String verdict, String text, String hint) {}

    /**
     * The reports in the folders of a folder, sorted by name; what is damaged or of another form is left out.
     *
     * @param parent may not be there
     * @throws UserFailure where it cannot be read
     */
    public static List<WrittenReport> in(Path parent) {
        return in(parent, leftOut -> {});
    }

    /**
     * The same, and says what is left out.
     *
     * @param leftOut hears of each file that is damaged or of another form
     */
    public static List<WrittenReport> in(Path parent, Consumer<Path> leftOut) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted()
                    .map(folder -> read(folder, leftOut))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UserFailure(
                    "The reports in " + parent + " cannot be read: " + FileFault.why(e) + ".",
                    "See who may read that folder.",
                    e);
        }
    }

    private static Optional<WrittenReport> read(Path folder, Consumer<Path> leftOut) {
        Path file = folder.resolve(Reports.DATA);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = new JsonMapper().readTree(Files.readString(file));
            if (json.path("schemaVersion").asString("").startsWith("1.")
                    && json.path("validation").path("checks").isArray()
                    && json.path("packages").isArray()) {
                return Optional.of(new WrittenReport(folder, json));
            }
        } catch (IOException | JacksonException unreadable) {
            // As what has another form.
        }
        leftOut.accept(file);
        return Optional.empty();
    }

    public String project() {
        return json.path("project").asString("");
    }

    public String environment() {
        return json.path("environment").path("name").asString("");
    }

    /** The interpreter's version. */
    public String python() {
        return json.path("environment").path("python").asString("");
    }

    /** The word for the worst that a check came to. */
    public String verdict() {
        return json.path("validation").path("verdict").asString("");
    }

    public List<Check> checks() {
        return json.path("validation")
                .path("checks")
                .valueStream()
                .map(check -> new Check(
                        check.path("title").asString(""),
                        check.path("verdict").asString(""),
                        check.path("text").asString(""),
                        check.path("hint").asString("")))
                .toList();
    }

    /** What exceeds a budget, each as the part of a sentence. */
    public List<String> excesses() {
        return json.path("budgets")
                .path("excesses")
                .valueStream()
                .map(excess -> excess.path("text").asString(""))
                .toList();
    }

    /** How many packages are installed. */
    public int packages() {
        return json.path("packages").size();
    }

    /** Their size, for a person. */
    public String size() {
        return Amounts.bytes(bytes());
    }

    long bytes() {
        return json.path("packages")
                .valueStream()
                .mapToLong(one -> one.path("bytes").asLong(0))
                .sum();
    }

    /** What was measured with the tuning off and on, where anything was. */
    public Optional<WrittenBenchmark> benchmark() {
        return json.has(ReportJson.BENCHMARK)
                ? Optional.of(new WrittenBenchmark(json.path(ReportJson.BENCHMARK)))
                : Optional.empty();
    }

    /**
     * Writes it anew with what was measured since.
     *
     * @throws UserFailure where it cannot be written
     */
    public void show(WrittenBenchmark benchmark) {
        ObjectNode shown = ((ObjectNode) json).deepCopy();
        shown.set(ReportJson.BENCHMARK, benchmark.json());
        Path text = folder.resolve(Reports.TEXT);
        try {
            Reports.replace(text, MarkdownReport.with(benchmark, Files.readString(text)));
        } catch (IOException e) {
            throw new UserFailure(
                    "The report " + text + " cannot be read: " + FileFault.why(e) + ".",
                    "Run mvn python-env:validate, which writes it anew.",
                    e);
        }
        Reports.replace(folder.resolve(Reports.DATA), Reports.indented(shown));
        Reports.replace(page(), HtmlPage.REPORT.print(shown));
    }

    /** The page that was written with it. */
    public Path page() {
        return folder.resolve(Reports.PAGE);
    }

    /**
     * Writes its page anew.
     *
     * @throws UserFailure where it cannot be written
     */
    public void writePage(Path file) {
        Reports.replace(file, HtmlPage.REPORT.print(json));
    }
}
