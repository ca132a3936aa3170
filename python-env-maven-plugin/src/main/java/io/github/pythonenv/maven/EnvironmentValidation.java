package io.github.pythonenv.maven;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentTuning;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Standing;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.environment.UvSupply;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.tuning.MachineFiles;
import io.github.pythonenv.tuning.Tuning;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.ComparableMachine;
import io.github.pythonenv.validation.EarlierFigures;
import io.github.pythonenv.validation.FigureHistory;
import io.github.pythonenv.validation.Subject;
import io.github.pythonenv.validation.SuiteReport;
import io.github.pythonenv.validation.Validation;
import io.github.pythonenv.validation.ValidationSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts together what the checks of an environment need, and keeps what they measure. */
record EnvironmentValidation(Toolbox tools) {

    /**
     * Validates what stands.
     *
     * @throws UserFailure where nothing of ours stands there
     */
    SuiteReport validate(EnvironmentRequest request, ValidationSettings settings, Consumer<CheckResult> listener) {
        Optional<FigureHistory> history = history(request);
        Standing standing = new Environments(tools).examine(request);
        Tuning tuned = tuned(request, standing);
        SuiteReport report = new Validation(subject(standing, tuned, settings, history))
                .run(listener)
                .with(TuningText.evidence(tuned));
        history.ifPresent(known -> append(known, report));
        return report;
    }

    /**
     * What a benchmark measures, and with what.
     *
     * @throws UserFailure where nothing of ours stands there
     */
    Subject subject(EnvironmentRequest request, ValidationSettings settings) {
        Standing standing = new Environments(tools).examine(request);
        return subject(standing, tuned(request, standing), settings, Optional.empty());
    }

    private Subject subject(
            Standing standing, Tuning tuned, ValidationSettings settings, Optional<FigureHistory> history) {
        EnvironmentRequest request = standing.request();
        EnvironmentTuning tuning = new EnvironmentTuning(tools.host(), tools.store());
        Map<String, String> variables = ChildEnvironment.copyOf(tools.variables());
        variables.putAll(request.variables());
        String python = new VenvLayout(
                        request.directory(), tools.host().platform().windows())
                .python()
                .toString();
        return new Subject(
                standing,
                tools.host(),
                variables,
                tuned.variables(),
                once(() -> tuning.detection(python)),
                new UvSupply(tools).builder(request, standing.state()),
                history.<EarlierFigures>map(known -> known).orElse(EarlierFigures.NONE),
                settings,
                new Processes());
    }

    private Tuning tuned(EnvironmentRequest request, Standing standing) {
        return new EnvironmentTuning(tools.host(), tools.store())
                .of(request, standing.state(), tools.host().environment());
    }

    /** Programs are started to find out what the machine has: for all checks that ask, once. */
    private static <T> Supplier<T> once(Supplier<T> supplier) {
        List<T> known = new ArrayList<>();
        return () -> {
            if (known.isEmpty()) {
                known.add(supplier.get());
            }
            return known.get(0);
        };
    }

    private Optional<FigureHistory> history(EnvironmentRequest request) {
        ComparableMachine machine = ComparableMachine.of(
                tools.host(), MachineFiles.ofThisMachine(), Runtime.getRuntime().availableProcessors());
        try {
            return Optional.of(FigureHistory.of(request.directory(), machine.text()));
        } catch (IOException e) {
            unkept(e);
            return Optional.empty();
        }
    }

    private void append(FigureHistory history, SuiteReport report) {
        try {
            history.append(report.started(), report.results());
        } catch (IOException e) {
            unkept(e);
        }
    }

    private void unkept(IOException e) {
        tools.listener()
                .on(new ProgressEvent.Warning(
                        "What was measured cannot be compared with other runs: " + FileFault.why(e) + "."));
    }
}
