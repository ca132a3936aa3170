package io.github.pythonenv.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures an environment without its tuning and with it, in turn: what else the machine does meets both. The way in for
 * the goal.
 */
public final class Benchmark {

    private final Subject subject;

    public Benchmark(Subject subject) {
        this.subject = subject;
    }

    /**
     * Measures.
     *
     * @param rounds how often each figure is measured, one or more; the median counts
     */
    public BenchmarkReport run(int rounds) {
        Instant began = Instant.now();
        List<Evidence> skipped = new ArrayList<>();
        Installed installed = new Installed(subject);
        Trials trials = new Trials(subject, new Start(subject.python()), installed);
        List<Function<Python, List<Reading>>> all = new Measurements(subject, installed, trials, skipped).all();
        if (subject.tuning().isEmpty()) {
            skipped.add(new Evidence("tuning", "There is none for this environment, so there is nothing to compare."));
        }
        Python plain = subject.python();
        Python tuned = plain.with(subject.tuning());
        Map<String, List<Reading>> without = new LinkedHashMap<>();
        Map<String, List<Reading>> with = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Function<Python, List<Reading>> measurement : all) {
                if (subject.tuning().isEmpty()) {
                    keep(measurement.apply(plain), without);
                } else if (round % 2 == 0) {
                    keep(measurement.apply(plain), without);
                    keep(measurement.apply(tuned), with);
                } else {
                    keep(measurement.apply(tuned), with);
                    keep(measurement.apply(plain), without);
                }
            }
        }
        return new BenchmarkReport(
                subject.request().name(),
                subject.directory(),
                subject.runtime().version().toString(),
                subject.runtime().platform(),
                began,
                rounds,
                compared(without, with),
                skipped,
                subject.tuning());
    }

    private static void keep(List<Reading> readings, Map<String, List<Reading>> into) {
        readings.forEach(reading -> into.computeIfAbsent(reading.figure().id(), id -> new ArrayList<>())
                .add(reading));
    }

    private static List<Comparison> compared(Map<String, List<Reading>> without, Map<String, List<Reading>> with) {
        List<Comparison> comparisons = new ArrayList<>();
        without.forEach((id, readings) -> comparisons.add(new Comparison(
                readings.get(0).title(),
                median(readings),
                Optional.ofNullable(with.get(id)).map(Benchmark::median))));
        return comparisons;
    }

    private static Figure median(List<Reading> readings) {
        Figure first = readings.get(0).figure();
        List<Double> values =
                readings.stream().map(reading -> reading.figure().value()).toList();
        return new Figure(first.id(), Trend.median(values), first.unit());
    }
}
