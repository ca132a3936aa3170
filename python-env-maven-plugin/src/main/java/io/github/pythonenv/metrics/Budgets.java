package io.github.pythonenv.metrics;

import io.github.pythonenv.Amounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a run may cost.
 *
 * @param limits the most of each measure, and the least of those of which more is better
 * @param trend how many times the median of the last comparable runs is too much, more than 1; empty where nobody asks
 * @param fail whether what exceeds a budget fails the build; otherwise it is a warning
 */
public record Budgets(Map<Measure, Double> limits, Optional<Double> trend, boolean fail) {

    /** Nothing is limited. */
    public static final Budgets NONE = new Budgets(Map.of(), Optional.empty(), false);

    /** Runs that the median is taken of. */
    static final int LAST = 10;

    /** With fewer, there is no trend. */
    static final int FEWEST = 3;

    public Budgets {
        Map<Measure, Double> sorted = new EnumMap<>(Measure.class);
        sorted.putAll(limits);
        limits = Collections.unmodifiableMap(sorted);
    }

    /** Whether there is anything to hold a run against. */
    public boolean isEmpty() {
        return limits.isEmpty() && trend.isEmpty();
    }

    /**
     * What is too much of a run, or too little.
     *
     * @param earlier the runs before, the oldest first
     */
    public List<Excess> excesses(RunRecord run, List<RunRecord> earlier) {
        List<Excess> excesses = new ArrayList<>();
        run.measures().forEach((measure, value) -> {
            Double limit = limits.get(measure);
            if (limit != null && (measure.moreIsBetter() ? value < limit : value > limit)) {
                excesses.add(new Excess(measure, value, limit, overBudget(measure, value, limit)));
            }
            trend.flatMap(factor -> against(median(measure, run, earlier), measure, value, factor))
                    .ifPresent(excesses::add);
        });
        return List.copyOf(excesses);
    }

    /**
     * What is too much of the last runs: each measure by the last run that took it, since tests say nothing of an
     * installation. Runs that nothing was held against when they ended are passed over.
     *
     * @param runs the oldest first
     */
    public List<Excess> excesses(List<RunRecord> runs) {
        List<Excess> excesses = new ArrayList<>();
        Set<Measure> known = EnumSet.noneOf(Measure.class);
        for (int last = runs.size() - 1; last >= 0; last--) {
            RunRecord run = runs.get(last);
            if (!run.judged()) {
                continue;
            }
            excesses(run, runs.subList(0, last)).stream()
                    .filter(excess -> !known.contains(excess.measure()))
                    .forEach(excesses::add);
            known.addAll(run.measures().keySet());
        }
        return excesses;
    }

    /**
     * The median of a measure over the last comparable runs.
     *
     * @return empty where there are too few
     */
    static OptionalDouble median(Measure measure, RunRecord run, List<RunRecord> earlier) {
        List<Double> values = new ArrayList<>(earlier.stream()
                .filter(run::comparable)
                .flatMap(one -> Optional.ofNullable(one.measures().get(measure)).stream())
                .toList());
        List<Double> last = new ArrayList<>(values.subList(Math.max(0, values.size() - LAST), values.size()));
        if (last.size() < FEWEST) {
            return OptionalDouble.empty();
        }
        Collections.sort(last);
        int middle = last.size() / 2;
        return OptionalDouble.of(
                last.size() % 2 == 1 ? last.get(middle) : (last.get(middle - 1) + last.get(middle)) / 2);
    }

    private static Optional<Excess> against(OptionalDouble median, Measure measure, double value, double factor) {
        // Of nothing there is no multiple.
        boolean usuallyNothing = median.isPresent() && median.getAsDouble() <= 0;
        if (median.isEmpty() || usuallyNothing || measure.moreIsBetter() || value <= factor * median.getAsDouble()) {
            return Optional.empty();
        }
        double usual = median.getAsDouble();
        return Optional.of(new Excess(
                measure,
                value,
                factor * usual,
                measure.words() + " came to " + measure.amount(value, usual) + ", "
                        + Amounts.number(value / usual, 3) + " times the " + measure.amount(usual, value)
                        + " that the last runs took in the middle"));
    }

    private static String overBudget(Measure measure, double value, double limit) {
        return measure.words() + " came to " + measure.amount(value, limit) + "; the budget is "
                + (measure.moreIsBetter() ? "at least " : "") + measure.amount(limit, value);
    }

    /**
     * Something that is too much, or too little.
     *
     * @param measure of what
     * @param value how much it is
     * @param limit how much it may be
     * @param text the same for a person
     */
    public record Excess(Measure measure, double value, double limit, String text) {}
}
