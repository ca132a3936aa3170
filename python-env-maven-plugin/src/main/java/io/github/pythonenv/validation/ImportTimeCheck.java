package io.github.pythonenv.validation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

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
        List<Trial> heaviest = trials.heaviest(HEAVIEST);
        if (heaviest.isEmpty()) {
            return Outcome.skipped("There is no module to import.");
        }
        Findings findings = new Findings();
        for (Trial one : heaviest) {
            OptionalDouble best = IntStream.range(0, RUNS)
                    .mapToObj(run -> trials.alone(subject.python(), one))
                    .flatMapToDouble(OptionalDouble::stream)
                    .min();
            if (best.isEmpty()) {
                findings.saw(one.target(), "does not import alone: not measured");
            } else {
                Figure figure = new Figure("import." + one.target(), best.getAsDouble(), "ms");
                findings.saw(one.target(), figure.text() + ", best of " + RUNS).measured(figure);
            }
        }
        return trend.compared(findings).outcome();
    }
}
