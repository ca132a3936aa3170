package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.CommandLine;
import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.configuration.DoctorRequests;
import io.github.pythonenv.doctor.Doctor;
import io.github.pythonenv.doctor.DoctorReport;
import io.github.pythonenv.doctor.DoctorSettings;
import io.github.pythonenv.doctor.Examination;
import io.github.pythonenv.doctor.Wanted;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.report.CheckData;
import io.github.pythonenv.report.CheckText;
import io.github.pythonenv.store.Disks;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.store.Trees;
import io.github.pythonenv.tuning.MachineFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Checks this machine before anything is installed on it: system, CPU, C library and memory, the disks and file systems
 * that will be needed, GPU and driver, the way to the package indexes through proxies and certificates, the clock,
 * variables and Pythons that could be in the way, and what you add yourself. Each check has a verdict, evidence and,
 * where something is wrong, what to do. What is tried in a folder is removed again. Needs no project, no Python and no
 * network: with <code>-o</code> no server is asked.
 *
 * <p>Which checks there are, and how they are set in <code>python-env.json</code>, says the page on validation.
 */
@Mojo(name = "doctor", requiresProject = false, aggregator = true, threadSafe = true)
public final class DoctorMojo extends ProjectMojo {

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the results are written to as JSON, in the form of <code>doctor-1.0.schema.json</code>: the checks with
     * verdict, evidence, figures and time.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    /**
     * Checks and categories of checks to run, or with <code>!</code> before them not to run, such as
     * <code>disk,memory</code> or <code>!network</code>. Unless set, what <code>python-env.json</code> says, or all.
     */
    @SuppressWarnings("unused") // Read with the other settings: see Parameters.
    @Parameter(property = "python-env.doctorChecks")
    private List<String> doctorChecks = List.of();

    /**
     * What fails the build: <code>error</code>, a check that failed; <code>warning</code>, also one that warns; or
     * <code>never</code>. Unless set, what <code>python-env.json</code> says, or <code>error</code>.
     */
    @SuppressWarnings("unused")
    @Parameter(property = "python-env.doctorFailOn")
    private @Nullable String doctorFailOn;

    @Inject
    public DoctorMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void perform() {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        Module module = module();
        Asked asked = asked(module);
        DoctorReport report = examined(module, asked);
        List<String> lines = new ArrayList<>();
        lines.add("This machine, " + report.platform() + ": " + CheckText.summary(report.results()));
        lines.addAll(CheckText.withEvidence(report.results()));
        data.write(CheckData.of(report), lines);
        FailedChecks failed = new FailedChecks();
        failed.add(
                "This machine is not ready", report.results(), asked.settings().failOn());
        failed.refuse();
    }

    /**
     * What is to be built here, as far as that can be understood.
     *
     * @param misconfigured why it cannot
     */
    private record Asked(DoctorSettings settings, List<Wanted> wanted, Optional<UserFailure> misconfigured) {}

    private Asked asked(Module module) {
        // What -D says counts even where the rest cannot be understood.
        DoctorSettings settings =
                DoctorRequests.of(new CommandLine(session().getUserProperties(), module.folder()).shared());
        List<Wanted> wanted = new ArrayList<>();
        try {
            settings = DoctorRequests.of(environments().shared());
            for (ConfiguredEnvironment environment : environments().select(chosen())) {
                EnvironmentRequest request = requested(module, environment).request();
                wanted.add(new Wanted(request, toolbox(module, request)));
            }
            return new Asked(settings, wanted, Optional.empty());
        } catch (UserFailure misconfigured) {
            return new Asked(settings, wanted, Optional.of(misconfigured));
        }
    }

    private DoctorReport examined(Module module, Asked asked) {
        Path folder = scratch();
        try {
            Examination examination = new Examination(
                    host(),
                    MachineFiles.ofThisMachine(),
                    Disks.OF_THIS_MACHINE,
                    store(),
                    new Store(folder, store().home()),
                    module.folder(),
                    asked.wanted(),
                    asked.misconfigured(),
                    this::network,
                    module.repositories(),
                    session().isOffline(),
                    asked.settings(),
                    new Processes());
            return new Doctor(examination, Clock.systemUTC())
                    .run(result -> getLog().debug(result.id() + ": " + result.verdict()));
        } finally {
            remove(folder);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("python-env-doctor-");
        } catch (IOException e) {
            throw new UserFailure(
                    "No folder can be made in " + System.getProperty("java.io.tmpdir") + ": " + e,
                    "Make room there, give this user the right to write, or name another folder with"
                            + " -Djava.io.tmpdir=<folder>.",
                    e);
        }
    }

    private void remove(Path folder) {
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            getLog().warn(folder + " could not be deleted, and can be: " + e);
        }
    }
}
