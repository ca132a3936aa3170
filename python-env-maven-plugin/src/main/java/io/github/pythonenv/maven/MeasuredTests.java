package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.metrics.ChildUse;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.metrics.RunRecord.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What tests cost and reach, as a run to keep. */
final class MeasuredTests {

    private MeasuredTests() {}

    /**
     * The run.
     *
     * @param state what stands in the environment that they ran in
     * @param milliseconds how long they took
     * @param coverage in percent, where it was measured
     */
    static RunRecord of(
            EnvironmentRequest request, EnvironmentState state, long milliseconds, OptionalDouble coverage) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.put(Measure.TEST_SECONDS, milliseconds / 1e3);
        coverage.ifPresent(percent -> measures.put(Measure.COVERAGE, percent));
        return new RunRecord(
                Instant.now().minusMillis(milliseconds).truncatedTo(ChronoUnit.MILLIS),
                request.name(),
                "test",
                Outcome.RAN,
                milliseconds,
                state.runtime().version().toString(),
                state.packages(),
                0,
                List.of(),
                ChildUse.NONE,
                measures);
    }
}
