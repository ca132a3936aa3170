package io.github.pythonenv.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page over all environments of a project, made of the reports that were written for them.
 *
 * @param plugin the version of this plugin
 * @param project what the project is called
 * @param created when the page was made
 */
public record Dashboard(String plugin, String project, Instant created) {

    /**
     * Writes the page.
     *
     * @param reports each with its page, which is linked to
     * @throws io.github.pythonenv.UserFailure where it cannot be written
     */
    public void write(Map<WrittenReport, Path> reports, Path file) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("created", created.toString());
        json.put("plugin", plugin);
        json.put("project", project);
        ArrayNode environments = json.putArray("environments");
        reports.forEach((report, page) -> environments.add(summary(report, link(file, page))));
        Reports.replace(file, HtmlPage.DASHBOARD.print(json));
    }

    private static ObjectNode summary(WrittenReport report, String page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("page", page);
        json.put("environment", report.environment());
        json.put("project", report.project());
        json.put("python", report.python());
        json.put("verdict", report.verdict());
        json.set("summary", report.json().path("validation").path("summary"));
        json.put("bytes", report.bytes());
        ArrayNode packages = json.putArray("packages");
        for (JsonNode one : report.json().path("packages")) {
            packages.addObject()
                    .put("name", one.path("name").asString(""))
                    .put("version", one.path("version").asString(""));
        }
        ArrayNode builds = json.putArray("builds");
        for (JsonNode run : report.json().path("runs")) {
            if (run.path("outcome").asString("").equals("built")) {
                builds.add(run.path("milliseconds").asLong(0));
            }
        }
        return json;
    }

    /** Relative, so that the folder can be moved and published; with each name encoded as a URL wants it. */
    static String link(Path from, Path to) {
        Path relative = from.toAbsolutePath().resolveSibling("").relativize(to.toAbsolutePath());
        StringBuilder link = new StringBuilder();
        for (Path name : relative) {
            link.append(link.isEmpty() ? "" : "/").append(encoded(name.toString()));
        }
        return link.toString();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
