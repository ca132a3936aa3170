package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.BudgetRequests;
import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.configuration.ScoreRequests;
import io.github.pythonenv.configuration.ValidationRequests;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunHistory;
import io.github.pythonenv.metrics.ToolFindings;
import io.github.pythonenv.report.CheckData;
import io.github.pythonenv.report.CheckText;
import io.github.pythonenv.validation.SuiteReport;
import io.github.pythonenv.validation.ValidationSettings;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Checks the environments from the interpreter to the last package: the Python installation, structure and isolation of
 * the environment, its dependencies, and how fast it is. Each check has a verdict, evidence and, where something is
 * wrong, what to do. Writes a report of each to <code>target/python-env</code>: JSON, Markdown, JUnit XML, and a page
 * with packages and why they are there, sizes and timings. Changes nothing else and builds nothing: an environment that
 * is not there is a failure.
 *
 * <p>Which checks there are, and how they are set in <code>python-env.json</code>, says the page on validation.
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class ValidateMojo extends ProjectMojo {

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the results are written to as JSON, in the form of <code>validation-1.0.schema.json</code>: for each
     * environment the checks with verdict, evidence, figures and time.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    /**
     * Checks and categories of checks to run, or with <code>!</code> before them not to run, such as
     * <code>record,imports</code> or <code>!performance</code>. Unless set, what <code>python-env.json</code> says, or
     * all.
     */
    @SuppressWarnings("unused") // Read with the other settings: see Parameters.
    @Parameter(property = "python-env.checks")
    private List<String> checks = List.of();

    /**
     * What fails the build: <code>error</code>, a check that failed; <code>warning</code>, also one that warns; or
     * <code>never</code>. Unless set, what <code>python-env.json</code> says, or <code>error</code>.
     */
    @SuppressWarnings("unused")
    @Parameter(property = "python-env.failOn")
    private @Nullable String failOn;

    @Inject
    public ValidateMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void perform() {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        Module module = module();
        List<Validated> all = new ArrayList<>();
        for (Requested asked : wanted(module, true)) {
            all.add(validated(module, asked.environment(), asked.request()));
        }
        if (all.isEmpty()) {
            module.withoutEnvironment(getLog());
            return;
        }
        List<Map<String, Object>> environments = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Validated one : all) {
            SuiteReport report = one.report();
            environments.add(CheckData.of(report));
            lines.add(module.prefix() + "Environment " + report.environment() + ", CPython " + report.python() + ": "
                    + CheckText.summary(report.results()));
            lines.addAll(CheckText.lines(report.results()));
        }
        data.write(Map.of("environments", environments), lines);
        new ReportFiles(module, getLog()).write(all);
        FailedChecks failed = new FailedChecks();
        all.forEach(one -> failed.add(
                "The environment " + one.report().environment() + " does not hold",
                one.report().results(),
                one.settings().failOn()));
        failed.refuse();
        all.forEach(one -> one.ledger().judge(one.report().environment(), one.excesses()));
    }

    private Validated validated(Module module, ConfiguredEnvironment environment, EnvironmentRequest request) {
        // Read first: what is wrong with them should not be found out after minutes of checks.
        Map<Measure, Double> scores = scores(environment);
        ValidationSettings settings = ValidationRequests.of(environment.settings());
        RunLedger ledger =
                new RunLedger(RunHistory.of(request.directory()), BudgetRequests.of(environment.settings()), getLog());
        SuiteReport report = new EnvironmentValidation(toolbox(module, request))
                .validate(request, settings, result -> getLog().debug(result.id() + ": " + result.verdict()));
        return Validated.of(report, settings, scores, ledger);
    }

    /** What linters and type checkers found that have written a file. */
    private Map<Measure, Double> scores(ConfiguredEnvironment environment) {
        Map<Measure, Double> scores = new EnumMap<>(Measure.class);
        ScoreRequests.of(environment.settings()).forEach((measure, file) -> {
            OptionalInt found = ToolFindings.in(file);
            found.ifPresentOrElse(
                    count -> scores.put(measure, (double) count),
                    () -> getLog().info("Nothing is known of " + measure.words() + ": " + file + " is not there."));
        });
        return scores;
    }
}
