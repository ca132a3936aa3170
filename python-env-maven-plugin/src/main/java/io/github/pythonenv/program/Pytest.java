package io.github.pythonenv.program;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of pytest in an environment.
 *
 * @param project the folder it is for, which it starts in
 * @param environment the environment's name
 * @param folders where tests are; none where pytest's own configuration says it
 * @param selection which of them are run
 * @param report the JUnit XML file to write
 * @param coverage how coverage is measured, if it is
 * @param arguments more arguments
 */
public record Pytest(
        Path project,
        String environment,
        List<Path> folders,
        TestSelection selection,
        Path report,
        Optional<Coverage> coverage,
        List<String> arguments) {

    /** Where a Maven project has its Python code; it can be imported from tests without being installed. */
    static final String SOURCES = "src/main/python";

    /**
     * Whether a package is there to be imported, {@code pytest} or {@code pytest_cov}.
     *
     * @param sitePackages the environment's folder of packages
     */
    public static boolean has(Path sitePackages, String module) {
        return Files.isDirectory(sitePackages.resolve(module));
    }

    /** Runs the tests. Their output is passed on as it comes. */
    public TestOutcome run(Processes processes, Surroundings surroundings) {
        try {
            Files.createDirectories(report.toAbsolutePath().getParent());
            // What an earlier run said must not be taken for what this one says.
            Files.deleteIfExists(report);
            if (coverage.isPresent()) {
                Files.deleteIfExists(coverage.get().report());
            }
        } catch (IOException e) {
            throw new UserFailure(
                    "The report " + report + " cannot be written: " + FileFault.why(e) + ".",
                    "Give this user the right to write there, or choose another folder with <reportsDirectory>.",
                    e);
        }
        Surroundings all = coverage.map(measured -> surroundings.withDefaults(measured.variables()))
                .orElse(surroundings);
        int exitStatus = program().run(processes, all);
        return TestOutcome.of(exitStatus, results());
    }

    /** What the last run reported, if it got so far. */
    public Optional<TestResults> results() {
        return TestResults.read(report);
    }

    Program program() {
        List<String> all = new ArrayList<>();
        all.add("--junit-xml=" + report);
        all.addAll(List.of("-o", "junit_suite_name=python-" + environment));
        Path sources = project.resolve(SOURCES);
        boolean own = PytestConfiguration.of(project)
                .filter(configuration -> configuration.has("pythonpath"))
                .isPresent();
        if (Files.isDirectory(sources) && !own) {
            // pytest reads it as a shell would.
            all.addAll(List.of("-o", "pythonpath='" + sources.toString().replace('\\', '/') + "'"));
        }
        coverage.ifPresent(measured -> all.addAll(measured.arguments()));
        all.addAll(arguments);
        if (!selection.expression().isEmpty()) {
            all.addAll(List.of("-k", selection.expression()));
        }
        all.addAll(
                selection.nodes().isEmpty()
                        ? folders.stream().map(Path::toString).toList()
                        : selection.nodes());
        return new Program("pytest", List.of("-m", "pytest"), all);
    }
}
