package io.github.pythonenv.validation;

import java.util.Map;

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
        String when = suffix.isEmpty() ? "" : ", tuned";
        for (Reading reading : Measurements.scaling(subject.python().with(tuning))) {
            Figure figure = reading.figure();
            findings.saw(reading.title() + when, figure.text())
                    .measured(new Figure(figure.id() + suffix, figure.value(), figure.unit()));
        }
    }
}
