package io.github.pythonenv.audit;

import io.github.pythonenv.UserFailure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of the packages of an environment.
 *
 * @param environment its name
 * @param packages how many versions of packages were asked about
 * @param unused exemptions that no vulnerability needs any more
 */
public record AuditReport(String environment, int packages, List<Finding> findings, List<Exemption> unused) {

    public AuditReport {
        findings = List.copyOf(findings);
        unused = List.copyOf(unused);
    }

    /** Whether there is anything that has to be dealt with. */
    public boolean vulnerable() {
        return findings.stream().anyMatch(Finding::counts);
    }

    /**
     * Judges an answer.
     *
     * @param asked how many packages were asked about
     * @param json the answer as {@code uv audit} of uv 0.13 writes it
     * @param today the day by which exemptions end
     * @throws UserFailure where the answer is in another form, or does not cover all that was asked: then nothing is known
     */
    public static AuditReport of(String environment, int asked, String json, AuditSettings settings, LocalDate today) {
        JsonNode answer = read(json);
        JsonNode vulnerabilities = answer.path("vulnerabilities");
        int audited = answer.path("summary").path("audited_packages").asInt(-1);
        if (!vulnerabilities.isArray() || audited != asked) {
            throw unknown("It covers " + audited + " of " + asked + " packages.");
        }
        List<Finding> findings = new ArrayList<>();
        vulnerabilities.forEach(one -> findings.add(judged(vulnerability(one), settings, today)));
        List<Exemption> unused = settings.exemptions().stream()
                .filter(exemption -> findings.stream()
                        .noneMatch(finding -> finding.vulnerability().isCalled(exemption.id())))
                .toList();
        return new AuditReport(environment, asked, findings, unused);
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw unknown(e.getOriginalMessage());
        }
    }

    private static UserFailure unknown(String why) {
        return new UserFailure(
                "What uv audit answered cannot be understood, so nothing is known of the packages. " + why,
                "Use the uv that the plugin pins: take <uvVersion> and <uvExecutable> away.");
    }

    private static Vulnerability vulnerability(JsonNode one) {
        JsonNode dependency = one.path("dependency");
        String summary = one.path("summary").asString("");
        return new Vulnerability(
                dependency.path("name").asString(""),
                dependency.path("version").asString(""),
                one.path("id").asString(""),
                texts(one.path("aliases")),
                summary.lines().findFirst().orElse(""),
                one.path("link").asString(""),
                texts(one.path("fix_versions")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(one -> one.asString("")).toList();
    }

    private static Finding judged(Vulnerability vulnerability, AuditSettings settings, LocalDate today) {
        List<Exemption> concerning = settings.exemptions().stream()
                .filter(exemption -> vulnerability.isCalled(exemption.id()))
                .toList();
        Optional<Exemption> holding = concerning.stream()
                .filter(exemption -> exemption.holdsOn(today))
                .findFirst();
        if (holding.isPresent()) {
            return new Finding(vulnerability, Finding.State.IGNORED, holding);
        }
        return concerning.isEmpty()
                ? new Finding(vulnerability, Finding.State.OPEN, Optional.empty())
                : new Finding(vulnerability, Finding.State.EXPIRED, Optional.of(concerning.get(0)));
    }
}
