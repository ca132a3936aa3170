package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.metrics.ChildUse;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.process.Processes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What a program costs that a goal runs in an environment: time, processor time and memory, with all that it starts. */
final class MeasuredProgram {

    private final EnvironmentRequest request;
    private final EnvironmentState state;
    private final String goal;
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long start = System.nanoTime();
    private ChildUse use = ChildUse.NONE;

    /** @param state what stands in the environment that it runs in */
    MeasuredProgram(EnvironmentRequest request, EnvironmentState state, String goal) {
        this.request = request;
        this.state = state;
        this.goal = goal;
    }

    /** What it is to be started with. */
    Processes processes() {
        return new Processes(ended -> use = use.plus(ended.cpu().toMillis(), ended.peakBytes()));
    }

    /** It has ended. */
    RunRecord ended(RunRecord.Outcome outcome) {
        return new RunRecord(
                started,
                request.name(),
                goal,
                outcome,
                (System.nanoTime() - start) / 1_000_000,
                state.runtime().version().toString(),
                state.packages(),
                0,
                List.of(),
                use,
                Map.of());
    }
}
