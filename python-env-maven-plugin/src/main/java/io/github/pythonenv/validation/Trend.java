package io.github.pythonenv.validation;

import java.util.List;
import java.util.Locale;

/**
 * Compares figures with those of earlier runs on the same machine. Only as ratios: what a figure should be, nobody
 * knows.
 *
 * @param earlier what was measured before
 * @param slower from which factor on it is a warning
 */
record Trend(EarlierFigures earlier, double slower) {

    /** Fewer earlier runs say nothing. */
    private static final int ENOUGH = 3;

    /** Adds to the findings how their figures compare, and a doubt where one is worse by that factor. */
    Findings compared(Findings findings) {
        for (Figure figure : findings.figures()) {
            List<Double> values = earlier.of(figure.id());
            double median = values.size() < ENOUGH ? 0 : median(values);
            // Of nothing there is no multiple.
            if (median <= 0) {
                continue;
            }
            double worse = figure.moreIsBetter() ? median / figure.value() : figure.value() / median;
            String what = String.format(
                    Locale.ROOT,
                    "%s is %s, %.2f times the median of %d earlier runs",
                    figure.id(),
                    figure.text(),
                    figure.value() / median,
                    values.size());
            if (worse >= slower) {
                findings.doubt(
                        what,
                        "See what changed: the machine's load, the packages, the disk. From which factor on this is"
                                + " told, is said by slower in the validation part of python-env.json.");
            } else {
                findings.saw("trend", what);
            }
        }
        return findings;
    }

    /** The one in the middle; of an even number the mean of both. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
