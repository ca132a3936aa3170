package io.github.pythonenv.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known, as programs that show findings read it. Source: SARIF 2.1.0 (OASIS).
 *
 * @param version of the plugin
 */
public record Sarif(String version) {

    /**
     * The log.
     *
     * @param files the file that each environment is made from, relative to the project, by the environment's name
     */
    public Map<String, ?> data(List<AuditReport> reports, Map<String, String> files) {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json");
        log.put("version", "2.1.0");
        log.put(
                "runs",
                reports.stream()
                        .map(report -> run(report, files.getOrDefault(report.environment(), "pom.xml")))
                        .toList());
        return log;
    }

    private Map<String, ?> run(AuditReport report, String file) {
        Map<String, Object> rules = new TreeMap<>();
        report.findings().forEach(finding -> rules.put(finding.vulnerability().id(), rule(finding.vulnerability())));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "python-env");
        driver.put("version", version);
        driver.put("rules", List.copyOf(rules.values()));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("automationDetails", Map.of("id", "python-env/audit/" + report.environment()));
        run.put(
                "results",
                report.findings().stream().map(finding -> result(finding, file)).toList());
        return run;
    }

    private static Map<String, ?> rule(Vulnerability found) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", found.id());
        rule.put("shortDescription", Map.of("text", found.summary().isEmpty() ? found.id() : found.summary()));
        if (!found.link().isEmpty()) {
            rule.put("helpUri", found.link());
        }
        rule.put("properties", Map.of("tags", List.of("security", "vulnerability")));
        return rule;
    }

    private static Map<String, ?> result(Finding finding, String file) {
        Vulnerability found = finding.vulnerability();
        String fixed = found.fixedIn().isEmpty() ? "" : " Fixed in " + String.join(", ", found.fixedIn()) + ".";
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", found.id());
        result.put("level", "error");
        result.put(
                "message",
                Map.of("text", found.name() + " " + found.version() + " is vulnerable: " + found.id() + "." + fixed));
        result.put(
                "locations",
                List.of(Map.of(
                        "physicalLocation",
                        Map.of("artifactLocation", Map.of("uri", file), "region", Map.of("startLine", 1)))));
        result.put(
                "partialFingerprints",
                Map.of("pythonEnvVulnerability/v1", found.id() + ":" + found.name() + ":" + found.version()));
        if (finding.state() == Finding.State.IGNORED) {
            String why = finding.exemption().map(Exemption::reason).orElse("");
            result.put("suppressions", List.of(Map.of("kind", "external", "status", "accepted", "justification", why)));
        }
        return result;
    }
}
