package io.github.pythonenv.validation;

import io.github.pythonenv.validation.Trial.Works;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How long the modules take to import that take longest, each in an interpreter of its own. */
record ImportTimeCheck(Subject subject, Trials trials, Trend trend) implements Check {

    private static final int HEAVIEST = 5;
    private static final int RUNS = 3;

    @Override
    public String id() {
        return "import-time";
    }

    @Override
    public Category category() {
        return Category.PERFORMANCE;
    }

    @Override
    public String title() {
        return "Import of the heaviest packages";
    }

    @Override
    public Outcome look() {
        List<Trial> heaviest = trials.top().stream()
                .filter(Trial::works)
                .sorted(Comparator.comparingDouble(ImportTimeCheck::milliseconds)
                        .reversed())
                .limit(HEAVIEST)
                .toList();
        if (heaviest.isEmpty()) {
            return Outcome.skipped("There is no module to import.");
        }
        // One after the other: what was measured when all were tried at the same time says only which to take.
        Imports alone = new Imports(subject.python(), subject.settings().modules(), 1);
        Findings findings = new Findings();
        for (Trial one : heaviest) {
            double best = Double.MAX_VALUE;
            for (int run = 0; run < RUNS; run++) {
                for (Trial again : alone.of(Map.of(one.distribution(), List.of(one.target())))) {
                    best = Math.min(best, milliseconds(again));
                }
            }
            Figure figure = new Figure("import." + one.target(), best, "ms");
            findings.saw(one.target(), figure.text() + ", best of " + RUNS).measured(figure);
        }
        return trend.compared(findings).outcome();
    }

    private static double milliseconds(Trial trial) {
        return trial.result() instanceof Works works ? works.milliseconds() : Double.MAX_VALUE;
    }
}
