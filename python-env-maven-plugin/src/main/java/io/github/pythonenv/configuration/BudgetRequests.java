package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.Measure;
import java.util.EnumMap;
import java.util.Map;

/** What settings say of what a run may cost. */
public final class BudgetRequests {

    private static final Map<Measure, Setting> LIMITS = new EnumMap<>(Map.of(
            Measure.INSTALL_SECONDS, Setting.BUDGET_INSTALL_SECONDS,
            Measure.TOTAL_SECONDS, Setting.BUDGET_TOTAL_SECONDS,
            Measure.ENVIRONMENT_MEGABYTES, Setting.BUDGET_ENVIRONMENT_MEGABYTES,
            Measure.START_MILLISECONDS, Setting.BUDGET_START_MILLISECONDS,
            Measure.TEST_SECONDS, Setting.BUDGET_TEST_SECONDS,
            Measure.PEAK_MEMORY_MEGABYTES, Setting.BUDGET_PEAK_MEMORY_MEGABYTES,
            Measure.GPU_MEMORY_MEGABYTES, Setting.BUDGET_GPU_MEMORY_MEGABYTES));

    private static final Map<Measure, Setting> SHARES = new EnumMap<>(Map.of(
            Measure.COVERAGE, Setting.BUDGET_COVERAGE,
            Measure.GPU_PERCENT, Setting.BUDGET_GPU_PERCENT));

    /** Of these nothing at all may be found. */
    private static final Map<Measure, Setting> COUNTS = new EnumMap<>(Map.of(
            Measure.LINT_FINDINGS, Setting.BUDGET_LINT_FINDINGS,
            Measure.TYPE_ERRORS, Setting.BUDGET_TYPE_ERRORS));

    private BudgetRequests() {}

    /**
     * The budgets.
     *
     * @throws UserFailure where a value is none that its setting takes
     */
    public static Budgets of(Settings set) {
        Map<Measure, Double> limits = new EnumMap<>(Measure.class);
        LIMITS.forEach((measure, setting) -> set.above(setting, 0).ifPresent(limit -> limits.put(measure, limit)));
        SHARES.forEach((measure, setting) -> set.percent(setting).ifPresent(limit -> limits.put(measure, limit)));
        COUNTS.forEach((measure, setting) -> set.notNegative(setting).ifPresent(limit -> limits.put(measure, limit)));
        return new Budgets(
                limits, set.above(Setting.BUDGET_TREND_FACTOR, 1), set.fails(Setting.BUDGETS_ON_EXCEEDED, false));
    }
}
