package io.github.pythonenv.validation;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How memory and threads serve: without the tuning, and with it where there is any. */
record ScalingCheck(Subject subject, Trend trend) implements Check {

    @Override
    public String id() {
        return "scaling";
    }

    @Override
    public Category category() {
        return Category.PERFORMANCE;
    }

    @Override
    public String title() {
        return "Memory and thread scaling, with the tuning off and on";
    }

    @Override
    public Outcome look() {
        Findings findings = new Findings();
        measure(findings, "", Map.of());
        if (subject.tuning().isEmpty()) {
            findings.saw("tuned", "not measured: there is no tuning");
        } else {
            measure(findings, ".tuned", subject.tuning());
        }
        return trend.compared(findings).outcome();
    }

    private void measure(Findings findings, String suffix, Map<String, String> tuning) {
        JsonNode facts = subject.python().with(tuning).ask("scaling.py");
        String when = suffix.isEmpty() ? "" : ", tuned";
        double scaling = facts.path("together").asDouble(0)
                / Math.max(1, facts.path("single").asDouble(1));
        tell(
                findings,
                "memory copy" + when,
                new Figure("memory.copy" + suffix, facts.path("copied").asDouble(0), "bytes/s"));
        tell(
                findings,
                facts.path("threads").asInt(1) + " threads to one" + when,
                new Figure("threads.scaling" + suffix, scaling, "x"));
        if (!facts.path("retained").isNull()) {
            tell(
                    findings,
                    "memory kept after freeing" + when,
                    new Figure(
                            "memory.retained" + suffix, facts.path("retained").asDouble(0), "bytes"));
        }
        if (!facts.path("multiplied").isNull()) {
            tell(
                    findings,
                    "matrix product of numpy" + when,
                    new Figure("matmul" + suffix, facts.path("multiplied").asDouble(0), "flop/s"));
        }
    }

    private static void tell(Findings findings, String label, Figure figure) {
        findings.saw(label, figure.text()).measured(figure);
    }
}
