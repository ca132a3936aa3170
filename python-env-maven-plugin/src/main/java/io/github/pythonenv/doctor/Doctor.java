package io.github.pythonenv.doctor;

import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.CommandCheck;
import io.github.pythonenv.validation.Selection;
import io.github.pythonenv.validation.Suite;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The checks of a machine. The way in for the goal. */
public final class Doctor {

    private final Examination examination;
    private final Clock clock;

    public Doctor(Examination examination, Clock clock) {
        this.examination = examination;
        this.clock = clock;
    }

    /**
     * Runs the checks that the settings select.
     *
     * @param listener hears of each result as it comes
     * @throws io.github.pythonenv.UserFailure where the settings select what there is not
     */
    public DoctorReport run(Consumer<CheckResult> listener) {
        List<Check> selected = Selection.of(checks(), examination.settings().checks());
        return new DoctorReport(examination.host().platform().id(), clock.instant(), new Suite(listener).run(selected));
    }

    /** All of them, in the order in which they are run. */
    List<Check> checks() {
        Servers servers = new Servers(clock);
        List<Check> checks = new ArrayList<>(List.of(
                new SystemCheck(examination),
                new ProcessorsCheck(examination),
                new MemoryCheck(examination),
                new OpenFilesCheck(examination),
                new RuntimeCheck(examination),
                new GpuCheck(examination),
                new SpaceCheck(examination),
                new WriteRightsCheck(examination),
                new FileSystemCheck(examination),
                new CertificatesCheck(examination),
                new ProxiesCheck(examination),
                new IndexCheck(examination, servers),
                new DownloadsCheck(examination, servers),
                new ClockCheck(examination, servers),
                new ConfigurationCheck(examination),
                new VariablesCheck(examination),
                new PythonsCheck(examination),
                new EnvironmentsCheck(examination),
                new SystemPackagesCheck(examination)));
        Selection.refuseTaken(checks, examination.settings().commands(), "doctor");
        examination
                .settings()
                .commands()
                .forEach(asked -> checks.add(new CommandCheck(
                        asked,
                        asked.command(),
                        examination.project(),
                        ChildEnvironment.from(examination.host().environment()),
                        examination.processes())));
        return List.copyOf(checks);
    }
}
