package io.github.pythonenv.validation;

import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.tuning.GpuCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The checks of an environment. The way in for goals. */
public final class Validation {

    private final Subject subject;
    private final Start start;
    private final Installed installed;
    private final Trials trials;

    public Validation(Subject subject) {
        this.subject = subject;
        this.start = new Start(subject.python());
        this.installed = new Installed(subject);
        this.trials = new Trials(subject, start, installed);
    }

    /**
     * Runs those that the settings select.
     *
     * @param listener hears of each result as it comes
     * @throws io.github.pythonenv.UserFailure where the settings select what there is not, or call a check of the user's
     *     own as another one
     */
    public SuiteReport run(Consumer<CheckResult> listener) {
        Instant began = Instant.now();
        long from = System.nanoTime();
        List<Check> selected = Selection.of(checks(), subject.settings().checks());
        List<CheckResult> results = new Suite(start, subject.layout().configuration(), listener).run(selected);
        return new SuiteReport(
                subject.request().name(),
                subject.directory(),
                subject.runtime().version().toString(),
                subject.runtime().platform(),
                began,
                (System.nanoTime() - from) / 1_000_000,
                results,
                installed.graph(),
                facts(),
                subject.tuning());
    }

    /** All of them, in the order in which they are run and shown. */
    List<Check> checks() {
        Trend trend = new Trend(subject.earlier(), subject.settings().slower());
        List<Check> checks = new ArrayList<>(List.of(
                new InterpreterCheck(subject, start),
                new StandardLibraryCheck(subject),
                new CertificatesCheck(subject),
                new InstallerCheck(subject),
                new StructureCheck(subject, start),
                new IsolationCheck(subject, installed),
                new StateCheck(subject, installed),
                new EntryPointsCheck(installed, trials),
                new ActivationCheck(subject),
                new MetadataCheck(subject, installed),
                new RecordCheck(installed),
                new ImportsCheck(trials),
                new NativeImportsCheck(trials),
                new InstalledSetCheck(subject, installed),
                new DeclarationsCheck(subject, installed, trials),
                new StartTimeCheck(subject, trend),
                new ImportTimeCheck(subject, trials, trend),
                new CpuCheck(subject, trend),
                new ScalingCheck(subject, trend),
                new DiskSizeCheck(subject, installed, trend)));
        for (GpuCheck check : GpuCheck.values()) {
            checks.add(new GpuSmokeCheck(subject, installed, check));
        }
        Selection.refuseTaken(checks, subject.settings().userChecks(), "validation");
        Activated activated = new Activated(subject);
        subject.settings().userChecks().forEach(own -> checks.add(activated.check(own)));
        return List.copyOf(checks);
    }

    private List<Evidence> facts() {
        EnvironmentState state = subject.state();
        return List.of(
                new Evidence(
                        "runtime", state.runtime() + " from " + state.runtime().source()),
                new Evidence("installation", state.runtime().home().toString()),
                new Evidence("uv", state.uv()),
                new Evidence("inputs", subject.request().inputs().summary()),
                new Evidence("generation", String.valueOf(state.generation())),
                new Evidence("built", String.valueOf(state.created())),
                new Evidence("fingerprint", state.fingerprint()));
    }
}
