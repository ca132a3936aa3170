package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.Measure;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What settings say of what a run may cost. */
public final class BudgetRequests {

    private static final Map<Measure, Setting> LIMITS = new EnumMap<>(Map.of(
            Measure.INSTALL_SECONDS, Setting.BUDGET_INSTALL_SECONDS,
            Measure.TOTAL_SECONDS, Setting.BUDGET_TOTAL_SECONDS,
            Measure.ENVIRONMENT_MEGABYTES, Setting.BUDGET_ENVIRONMENT_MEGABYTES,
            Measure.START_MILLISECONDS, Setting.BUDGET_START_MILLISECONDS,
            Measure.TEST_SECONDS, Setting.BUDGET_TEST_SECONDS,
            Measure.COVERAGE, Setting.BUDGET_COVERAGE,
            Measure.PEAK_MEMORY_MEGABYTES, Setting.BUDGET_PEAK_MEMORY_MEGABYTES));

    private BudgetRequests() {}

    /**
     * The budgets.
     *
     * @throws UserFailure where a value is none that its setting takes
     */
    public static Budgets of(Settings set) {
        Map<Measure, Double> limits = new EnumMap<>(Measure.class);
        LIMITS.forEach((measure, setting) -> number(set, setting, 0).ifPresent(limit -> limits.put(measure, limit)));
        return new Budgets(limits, number(set, Setting.BUDGET_TREND_FACTOR, 1), fails(set));
    }

    private static boolean fails(Settings set) {
        String word = set.text(Setting.BUDGETS_ON_EXCEEDED).orElse("warn");
        return switch (word) {
            case "warn" -> false;
            case "fail" -> true;
            default ->
                throw new UserFailure(Setting.BUDGETS_ON_EXCEEDED.path() + " is '" + word + "'.", "Take warn or fail.");
        };
    }

    private static Optional<Double> number(Settings set, Setting setting, double above) {
        return set.text(setting).map(text -> {
            try {
                double number = Double.parseDouble(text);
                if (number > above && Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is too small.
            }
            throw new UserFailure(
                    setting.path() + " is '" + text + "'.", "Take a number above " + Math.round(above) + ".");
        });
    }
}
