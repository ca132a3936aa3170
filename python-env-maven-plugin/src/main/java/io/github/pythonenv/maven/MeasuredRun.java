package io.github.pythonenv.maven;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunHistory;
import io.github.pythonenv.metrics.RunLog;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.metrics.RunRecord.Outcome;
import io.github.pythonenv.metrics.RunRecorder;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * One run of a goal on an environment: its log, what it cost, and whether that exceeds a budget. A build that is up to
 * date has nothing to tell, and so neither makes nor loads anything of this.
 */
final class MeasuredRun implements ProgressListener {

    private final EnvironmentRequest request;
    private final String goal;
    private final Log console;
    private @Nullable RunRecorder recorder;
    private @Nullable RunLog log;

    MeasuredRun(EnvironmentRequest request, String goal, Log console) {
        this.request = request;
        this.goal = goal;
        this.console = console;
    }

    @Override
    public void on(ProgressEvent event) {
        // An up-to-date run only ends: that is no reason to keep a log.
        if (recorder == null && event instanceof ProgressEvent.Finished) {
            return;
        }
        RunRecorder listening = begun();
        listening.on(event);
        if (log != null) {
            log.on(event);
        }
    }

    /** Whether anything happened: an up-to-date run has nothing to tell. */
    synchronized boolean began() {
        return recorder != null;
    }

    /** Begins with the first thing that happens. */
    private synchronized RunRecorder begun() {
        if (recorder == null) {
            recorder = new RunRecorder(Clock.systemUTC());
            try {
                log = RunLog.begin(
                        request.directory(),
                        goal + " of the environment " + request.name() + ", " + request.directory(),
                        Clock.systemUTC());
            } catch (IOException e) {
                console.warn("No log is kept of this run: " + FileFault.why(e) + ".");
            }
        }
        return recorder;
    }

    /**
     * Keeps what the run came to.
     *
     * @param budgets what a run may cost
     * @throws UserFailure where a budget is exceeded that fails the build
     */
    void ended(EnvironmentReport report, Budgets budgets, boolean windows) {
        RunRecorder listening = recorder;
        if (listening == null) {
            return;
        }
        boolean nothing = report instanceof EnvironmentReport.UpToDate || report instanceof EnvironmentReport.Held;
        close(nothing);
        if (nothing) {
            return;
        }
        RunRecord run = report instanceof EnvironmentReport.Built made
                ? record(listening, made.state().runtime(), made.state().packages())
                        .with(Measure.ENVIRONMENT_MEGABYTES, megabytes(made.state(), windows))
                : record(listening, ((EnvironmentReport.RuntimeReady) report).runtime(), 0);
        new RunLedger(RunHistory.of(request.directory()), budgets, console).keep(run);
    }

    private RunRecord record(RunRecorder listening, Runtime runtime, int packages) {
        return listening.record(
                request.name(), goal, Outcome.BUILT, runtime.version().toString(), packages);
    }

    /** Keeps that it failed, and says where its log is. */
    void failed(RuntimeException failure) {
        RunRecorder listening = recorder;
        if (listening == null) {
            return;
        }
        if (log != null) {
            log.line("FAILED " + failure.getMessage());
            if (failure instanceof UserFailure known) {
                log.line(known.hint());
            }
            console.info("The log of this run is " + log.file() + ".");
        }
        close(false);
        RunRecord run = listening.record(request.name(), goal, Outcome.FAILED, "", 0);
        new RunLedger(RunHistory.of(request.directory()), Budgets.NONE, console).keep(run);
    }

    private double megabytes(EnvironmentState state, boolean windows) {
        VenvLayout layout = new VenvLayout(request.directory(), windows);
        String series = state.runtime().version().series();
        return SitePackages.of(layout, series).bytes() / 1e6;
    }

    /** @param needless whether nothing came of it but waiting for another build */
    private void close(boolean needless) {
        if (log == null) {
            return;
        }
        try {
            log.close();
            if (needless) {
                Files.deleteIfExists(log.file());
            }
        } catch (IOException e) {
            console.debug(log.file() + ": " + e);
        }
    }
}
