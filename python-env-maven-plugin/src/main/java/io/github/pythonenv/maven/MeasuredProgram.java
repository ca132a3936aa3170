package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.metrics.ChildUse;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.program.GpuSampling;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a program costs that a goal runs in an environment: time, processor time and memory, with all that it starts; and
 * what GPUs did meanwhile.
 */
final class MeasuredProgram {

    private final EnvironmentRequest request;
    private final EnvironmentState state;
    private final String goal;
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long start = System.nanoTime();
    private final Map<Measure, Double> measures = new EnumMap<>(Measure.class);
    private ChildUse use = ChildUse.NONE;

    /** @param state what stands in the environment that it runs in */
    MeasuredProgram(EnvironmentRequest request, EnvironmentState state, String goal) {
        this.request = request;
        this.state = state;
        this.goal = goal;
    }

    /**
     * Runs it.
     *
     * @param program starts it with what it is given
     * @return what that returns
     */
    <T> T run(Function<Processes, T> program, boolean windows) {
        try (GpuSampling gpus = new GpuSampling(ChildEnvironment.from(System.getenv()), windows)) {
            T result = program.apply(
                    new Processes(ended -> use = use.plus(ended.cpu().toMillis(), ended.peakBytes())));
            gpus.use().ifPresent(seen -> {
                measures.put(Measure.GPU_PERCENT, seen.percent());
                measures.put(Measure.GPU_MEMORY_MEGABYTES, seen.peakBytes() / 1e6);
            });
            return result;
        }
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
                measures);
    }
}
