package io.github.pythonenv.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.metrics.Budgets.Excess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsTest {

    private static final RunRecord RUN = Runs.built("default", 12);

    @Test
    void whatIsWithinIsFine() {
        Budgets budgets =
                limits(Map.of(Measure.INSTALL_SECONDS, 12.0, Measure.COVERAGE, 91.5, Measure.TEST_SECONDS, 1.0));

        assertThat(budgets.excesses(RUN, List.of())).isEmpty();
        assertThat(Budgets.NONE.isEmpty()).isTrue();
        assertThat(budgets.isEmpty()).isFalse();
    }

    @Test
    void tooMuchAndTooLittle() {
        Budgets budgets = limits(Map.of(Measure.INSTALL_SECONDS, 10.0, Measure.COVERAGE, 95.0));

        assertThat(budgets.excesses(RUN, List.of()))
                .containsExactly(
                        new Excess(
                                Measure.INSTALL_SECONDS,
                                12,
                                10,
                                "installing the packages came to 12 s; the budget is 10 s"),
                        new Excess(
                                Measure.COVERAGE,
                                91.5,
                                95,
                                "the coverage of the tests came to 91.5 %; the budget is at least 95 %"));
    }

    @ParameterizedTest
    @CsvSource({
        "INSTALL_SECONDS, 0.04, 0.001, installing the packages came to 0.04 s; the budget is 0.001 s",
        "INSTALL_SECONDS, 0.0004, 0.0001, installing the packages came to 0.0004 s; the budget is 0.0001 s",
        "INSTALL_SECONDS, 12.004, 12, installing the packages came to 12.004 s; the budget is 12 s",
        "TOTAL_SECONDS, 1, 0.9999, the whole run came to 1 s; the budget is 0.9999 s",
        "ENVIRONMENT_MEGABYTES, 0.012, 0.001, the installed packages came to 0.012 MB; the budget is 0.001 MB",
        "ENVIRONMENT_MEGABYTES, 1523.2, 1523, the installed packages came to 1523.2 MB; the budget is 1523 MB",
        "COVERAGE, 79.996, 80, the coverage of the tests came to 79.996 %; the budget is at least 80 %",
        "LINT_FINDINGS, 1, 0, findings of the linter came to 1; the budget is 0",
    })
    void whyItIsTooMuchCanBeSeen(Measure measure, double value, double limit, String text) {
        RunRecord run = ran("ensure", RunRecord.Outcome.BUILT, Map.of(measure, value));

        assertThat(limits(Map.of(measure, limit)).excesses(run, List.of()))
                .extracting(Excess::text)
                .containsExactly(text);
    }

    @Test
    void muchMoreThanUsual() {
        Budgets budgets = new Budgets(Map.of(), Optional.of(2.0), false);
        List<RunRecord> usual = List.of(Runs.built("default", 3), Runs.built("default", 5), Runs.built("default", 4));

        assertThat(budgets.excesses(RUN, usual))
                .extracting(Excess::text)
                .containsExactly(
                        "installing the packages came to 12 s, 3 times the 4 s that the last runs took in the middle");
        assertThat(budgets.excesses(Runs.built("default", 8), usual)).isEmpty();
        assertThat(budgets.excesses(RUN, usual.subList(0, 2))).as("too few").isEmpty();
        assertThat(budgets.excesses(Runs.built("docs", 12), usual))
                .as("another environment")
                .isEmpty();
    }

    @Test
    void eachMeasureByTheLastRunThatTookIt() {
        Budgets budgets = limits(Map.of(Measure.INSTALL_SECONDS, 10.0, Measure.TEST_SECONDS, 1.0));
        RunRecord tested = ran("test", RunRecord.Outcome.RAN, Map.of(Measure.TEST_SECONDS, 2.0));

        assertThat(budgets.excesses(List.of(RUN, tested)))
                .extracting(Excess::measure)
                .containsExactly(Measure.TEST_SECONDS, Measure.INSTALL_SECONDS);
        assertThat(budgets.excesses(List.of(RUN, tested, Runs.built("default", 3))))
                .extracting(Excess::measure)
                .containsExactly(Measure.TEST_SECONDS);
    }

    @Test
    void programsAndFailedRunsAreHeldAgainstNothing() {
        Budgets budgets = limits(Map.of(Measure.GPU_PERCENT, 50.0, Measure.TEST_SECONDS, 1.0));
        RunRecord tested = ran("test", RunRecord.Outcome.RAN, Map.of(Measure.GPU_PERCENT, 20.0));
        RunRecord program = ran("run", RunRecord.Outcome.RAN, Map.of(Measure.GPU_PERCENT, 3.0));
        RunRecord failed = ran("test", RunRecord.Outcome.FAILED, Map.of(Measure.TEST_SECONDS, 2.0));

        assertThat(budgets.excesses(List.of(program, failed))).isEmpty();
        assertThat(budgets.excesses(List.of(tested, program, failed)))
                .extracting(Excess::value)
                .containsExactly(20.0);
    }

    @Test
    void theMedianIsThatOfTheLastRuns() {
        List<RunRecord> earlier = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            earlier.add(Runs.built("default", number));
        }

        assertThat(Budgets.median(Measure.INSTALL_SECONDS, RUN, earlier)).hasValue(24.5);
        assertThat(Budgets.median(Measure.TEST_SECONDS, RUN, earlier)).isEmpty();
    }

    private static RunRecord ran(String goal, RunRecord.Outcome outcome, Map<Measure, Double> measures) {
        return new RunRecord(
                RUN.started(), "default", goal, outcome, 2_000, "3.14.3", 4, 0, List.of(), ChildUse.NONE, measures);
    }

    private static Budgets limits(Map<Measure, Double> limits) {
        return new Budgets(limits, Optional.empty(), true);
    }
}
