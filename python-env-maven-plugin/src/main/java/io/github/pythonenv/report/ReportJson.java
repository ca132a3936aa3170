package io.github.pythonenv.report;

import io.github.pythonenv.packages.DependencyGraph;
import io.github.pythonenv.validation.SuiteReport;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON, in the form of {@code report-1.0.schema.json}; the page is drawn from the same. */
final class ReportJson {

    static final String VERSION = "1.0";

    static final String BENCHMARK = "benchmark";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final JsonMapper MAPPER = new JsonMapper();

    private ReportJson() {}

    static ObjectNode of(Report report) {
        SuiteReport suite = report.suite();
        ObjectNode json = JSON.objectNode();
        json.put("schemaVersion", VERSION);
        json.put("created", report.created().toString());
        json.put("plugin", report.plugin());
        json.put("project", report.project());
        json.putObject("environment")
                .put("name", suite.environment())
                .put("directory", suite.directory().toString())
                .put("python", suite.python())
                .put("platform", suite.platform());
        json.set("facts", MAPPER.valueToTree(CheckData.evidence(suite.facts())));
        json.set("tuning", MAPPER.valueToTree(new TreeMap<>(suite.tuning())));
        json.set("validation", validation(suite));
        ArrayNode packages = json.putArray("packages");
        suite.dependencies().packages().forEach(node -> packages.add(installed(node)));
        ArrayNode runs = json.putArray("runs");
        report.runs().forEach(run -> runs.add(MAPPER.readTree(run.json())));
        json.set("budgets", budgets(report));
        report.benchmark().ifPresent(benchmark -> json.set(BENCHMARK, benchmark.json()));
        return json;
    }

    private static ObjectNode validation(SuiteReport suite) {
        Map<String, Long> summary = CheckData.summary(suite.results());
        ObjectNode json = JSON.objectNode();
        json.put("started", suite.started().toString());
        json.put("milliseconds", suite.milliseconds());
        json.put("verdict", worst(summary));
        json.set("summary", MAPPER.valueToTree(summary));
        ObjectNode categories = json.putObject("categories");
        suite.results()
                .forEach(result ->
                        categories.put(result.category().id(), result.category().title()));
        json.set("checks", MAPPER.valueToTree(CheckData.of(suite.results())));
        return json;
    }

    /** Where nothing passed, nothing was looked at. */
    private static String worst(Map<String, Long> summary) {
        return Stream.of("failed", "warning", "passed")
                .filter(word -> summary.getOrDefault(word, 0L) > 0)
                .findFirst()
                .orElse("skipped");
    }

    private static ObjectNode installed(DependencyGraph.Node node) {
        ObjectNode json = JSON.objectNode();
        json.put("name", node.name());
        json.put("version", node.version());
        json.put("summary", node.summary());
        json.put("license", node.license());
        json.put("bytes", node.bytes());
        json.put("files", node.files());
        json.put("direct", node.direct());
        ArrayNode askedBy = json.putArray("askedBy");
        node.askedBy().forEach(askedBy::add);
        ArrayNode requires = json.putArray("requires");
        for (DependencyGraph.Need need : node.requires()) {
            requires.addObject()
                    .put("name", need.name())
                    .put("specifier", need.specifier())
                    .put("extra", need.extra())
                    .put("installed", need.installed());
        }
        return json;
    }

    private static ObjectNode budgets(Report report) {
        ObjectNode json = JSON.objectNode();
        ArrayNode limits = json.putArray("limits");
        report.budgets()
                .limits()
                .forEach((measure, limit) ->
                        limits.addObject().put("measure", measure.id()).put("limit", limit));
        ArrayNode excesses = json.putArray("excesses");
        report.excesses()
                .forEach(excess -> excesses.addObject()
                        .put("measure", excess.measure().id())
                        .put("value", excess.value())
                        .put("limit", excess.limit())
                        .put("text", excess.text()));
        return json;
    }
}
