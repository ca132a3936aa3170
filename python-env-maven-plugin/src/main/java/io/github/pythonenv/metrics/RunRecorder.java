package io.github.pythonenv.metrics;

import io.github.pythonenv.metrics.RunRecord.Outcome;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.progress.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hears what happens in one run, and makes the record of it. */
public final class RunRecorder implements ProgressListener {

    private final Clock clock;
    private final Instant started;
    private final List<StageTime> stages = new ArrayList<>();
    private final Map<Stage, Long> bytes = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> current = new EnumMap<>(Stage.class);
    private ChildUse children = ChildUse.NONE;
    private int fetched;

    public RunRecorder(Clock clock) {
        this.clock = clock;
        this.started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        if (event instanceof ProgressEvent.Bytes moved) {
            moved(moved);
        } else if (event instanceof ProgressEvent.Finished finished && !end(finished.stage())) {
            Stage stage = finished.stage();
            stages.add(new StageTime(stage.label(), finished.milliseconds(), total(stage)));
            bytes.remove(stage);
            current.remove(stage);
        } else if (event instanceof ProgressEvent.Installed installed) {
            fetched += installed.fetched();
        } else if (event instanceof ProgressEvent.ProgramEnded ended) {
            children = children.plus(ended.cpuMilliseconds(), ended.peakBytes());
        }
    }

    /**
     * What was heard.
     *
     * @param python the version of the interpreter, or empty
     * @param packages how many packages are installed, or 0
     */
    public synchronized RunRecord record(
            String environment, String goal, Outcome outcome, String python, int packages) {
        long milliseconds = clock.millis() - started.toEpochMilli();
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.put(Measure.TOTAL_SECONDS, milliseconds / 1e3);
        if (children.peakBytes() > 0) {
            measures.put(Measure.PEAK_MEMORY_MEGABYTES, children.peakBytes() / 1e6);
        }
        stages.stream()
                .filter(time -> time.stage().equals(Stage.INSTALLING_PACKAGES.label()))
                .mapToLong(StageTime::milliseconds)
                .reduce(Long::sum)
                .ifPresent(sum -> measures.put(Measure.INSTALL_SECONDS, sum / 1e3));
        return new RunRecord(
                started,
                environment,
                goal,
                outcome,
                milliseconds,
                python,
                packages,
                fetched,
                stages,
                children,
                measures);
    }

    /** A count that falls is that of the next file. */
    private void moved(ProgressEvent.Bytes event) {
        long before = current.getOrDefault(event.stage(), 0L);
        if (event.done() < before) {
            bytes.merge(event.stage(), before, Long::sum);
        }
        current.put(event.stage(), event.done());
    }

    private long total(Stage stage) {
        return bytes.getOrDefault(stage, 0L) + current.getOrDefault(stage, 0L);
    }

    private static boolean end(Stage stage) {
        return stage == Stage.COMPLETE || stage == Stage.FAILED;
    }
}
