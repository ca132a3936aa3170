package io.github.pythonenv.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    /** As uv 0.13.8 writes it. */
    private static final String ANSWER = """
            {
              "schema": {"version": "preview"},
              "summary": {"audited_packages": 2, "vulnerabilities": 1, "adverse_statuses": 0},
              "vulnerabilities": [
                {
                  "dependency": {"name": "humanize", "version": "4.12.3"},
                  "id": "PYSEC-2099-1", "display_id": "PYSEC-2099-1", "aliases": ["CVE-2099-1"],
                  "summary": "Bad thing", "description": "long text", "link": "https://example.org/a",
                  "fix_versions": ["4.12.4"], "published": null, "modified": "2024-01-01T00:00:00Z"
                }
              ],
              "adverse_statuses": []
            }
            """;

    @Test
    void whatNobodyDecidedIsOpen() {
        AuditReport report = judged();

        assertThat(report.vulnerable()).isTrue();
        assertThat(AuditText.lines(report))
                .containsExactly(
                        "default: 2 packages, 1 known vulnerability.",
                        "  humanize 4.12.3: PYSEC-2099-1 (CVE-2099-1) Bad thing; fixed in 4.12.4");
    }

    @Test
    void anExemptionHoldsUntilItsDayIsOver() {
        assertThat(judged(until(TODAY)).vulnerable()).isFalse();
        assertThat(AuditText.lines(judged(until(TODAY))))
                .first()
                .asString()
                .endsWith("0 known vulnerabilities, 1 that the project lives with.");
        AuditReport expired = judged(until(TODAY.minusDays(1)));
        assertThat(expired.vulnerable()).isTrue();
        assertThat(expired.findings().get(0).state()).isEqualTo(Finding.State.EXPIRED);
        assertThat(AuditText.lines(expired).get(1)).endsWith("; was ignored until 2026-11-24: not reached");
        assertThat(judged(new Exemption("pysec-2099-1", "never", Optional.empty()))
                        .vulnerable())
                .isFalse();
    }

    @Test
    void anExemptionThatNothingNeedsIsTold() {
        AuditReport report = judged(new Exemption("CVE-1999-1", "old", Optional.empty()));

        assertThat(report.vulnerable()).isTrue();
        assertThat(AuditText.needless(List.of(report))).containsExactly("CVE-1999-1");
        assertThat(AuditText.needless(List.of(judged(until(TODAY))))).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotCoverAllIsNone() {
        AuditSettings none = new AuditSettings(Optional.empty(), Optional.empty(), List.of(), true);
        for (String answer : List.of("{}", "no json", ANSWER.replace("\"vulnerabilities\": [", "\"others\": ["))) {
            assertThatThrownBy(() -> AuditReport.of("default", 2, answer, none, TODAY))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("nothing is known");
        }
        assertThatThrownBy(() -> AuditReport.of("default", 3, ANSWER, none, TODAY))
                .hasMessageContaining("2 of 3 packages");
    }

    @Test
    void asData() throws IOException {
        assertThat(Schemas.problems("audit-1.0", json(AuditText.data(List.of(judged(), judged(until(TODAY)))))))
                .isEmpty();
        assertThat(Schemas.problems("audit-1.0", "{\"environments\": [{}]}")).isNotEmpty();
    }

    @Test
    void asSarif() {
        String sarif = json(
                new Sarif("1").data(List.of(judged(), judged(until(TODAY))), Map.of("default", "requirements.txt")));

        JsonNode result = JsonMapper.shared().readTree(sarif).at("/runs/0/results/0");
        assertThat(result.at("/ruleId").asString()).isEqualTo("PYSEC-2099-1");
        assertThat(result.at("/message/text").asString()).contains("humanize 4.12.3", "4.12.4");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("requirements.txt");
        assertThat(result.has("suppressions")).isFalse();
        assertThat(JsonMapper.shared()
                        .readTree(sarif)
                        .at("/runs/1/results/0/suppressions/0/justification")
                        .asString())
                .isEqualTo("not reached");
    }

    private static Exemption until(LocalDate day) {
        return new Exemption("CVE-2099-1", "not reached", Optional.of(day));
    }

    private static AuditReport judged(Exemption... exemptions) {
        return AuditReport.of(
                "default",
                2,
                ANSWER,
                new AuditSettings(Optional.empty(), Optional.empty(), List.of(exemptions), true),
                TODAY);
    }

    private static String json(Map<String, ?> data) {
        return JsonMapper.shared().writeValueAsString(data);
    }
}
