package io.github.pythonenv.validation;

import java.util.ArrayList;
import java.util.List;

/** How long the interpreter takes to start and end: as it is, and without what site-packages adds. */
record StartTimeCheck(Subject subject, Trend trend) implements Check {

    private static final int RUNS = 5;

    @Override
    public String id() {
        return "start-time";
    }

    @Override
    public Category category() {
        return Category.PERFORMANCE;
    }

    @Override
    public String title() {
        return "Interpreter start";
    }

    @Override
    public Outcome look() {
        List<String> whole = List.of("-I", "-c", "pass");
        List<String> bare = List.of("-I", "-S", "-c", "pass");
        // Once before, so that both find the same in the system's cache.
        double unused = subject.python().milliseconds(whole);
        List<Double> wholes = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            wholes.add(subject.python().milliseconds(whole));
            bares.add(subject.python().milliseconds(bare));
        }
        Figure start = new Figure("start", Trend.median(wholes), "ms");
        Figure site = new Figure("start.bare", Trend.median(bares), "ms");
        return trend.compared(new Findings()
                        .saw("start", start.text() + ", median of " + RUNS)
                        .saw("without site-packages", site.text())
                        .measured(start)
                        .measured(site))
                .outcome();
    }
}
