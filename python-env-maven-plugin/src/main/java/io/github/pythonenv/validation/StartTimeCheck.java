package io.github.pythonenv.validation;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
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
        milliseconds(whole);
        List<Double> wholes = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            wholes.add(milliseconds(whole));
            bares.add(milliseconds(bare));
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

    private double milliseconds(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(subject.layout().python().toString()));
        line.addAll(arguments);
        long from = System.nanoTime();
        Completed completed =
                subject.processes().run(new Command(line, subject.directory(), subject.variables(), Python.DEADLINE));
        double milliseconds = (System.nanoTime() - from) / 1e6;
        if (!completed.succeeded()) {
            throw new UserFailure(
                    "The interpreter ended with exit code " + completed.exitCode() + ": " + Python.lastWords(completed),
                    "See what it says of itself.");
        }
        return milliseconds;
    }
}
