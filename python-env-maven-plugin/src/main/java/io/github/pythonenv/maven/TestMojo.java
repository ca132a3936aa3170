package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunHistory;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.program.Coverage;
import io.github.pythonenv.program.Pytest;
import io.github.pythonenv.program.TestOutcome;
import io.github.pythonenv.program.TestRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Runs the project's tests with pytest in the environment, which is brought up to date first. A test that fails, fails
 * the build. The results are in a JUnit XML file beside those of Surefire, <code>TEST-python-ENVIRONMENT.xml</code>, so
 * that a build server shows them together.
 *
 * <p>What is in <code>src/main/python</code> can be imported by the tests, unless pytest's own configuration has a
 * <code>pythonpath</code>. Where <code>pytest-cov</code> is in the environment, coverage is measured:
 * <code>target/python-env/coverage-ENVIRONMENT.xml</code>, in Cobertura's format.
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
public final class TestMojo extends ProgramMojo {

    /**
     * Which tests are run: files, folders or node ids of pytest (<code>test_sums.py::test_add</code>), relative to the
     * project's folder or to that of the tests; or words that names of tests have to contain, in the language of pytest's
     * <code>-k</code> (<code>add and not slow</code>). Several are separated by commas. Surefire's <code>test</code> says
     * nothing here. Of a selection, no coverage is measured.
     */
    @Parameter(property = "python-env.test")
    private @Nullable String test;

    /**
     * The folders of the tests. Unless set, what pytest's configuration says (<code>testpaths</code>); else
     * <code>src/test/python</code>; else <code>tests</code>. A project with none of them has no tests.
     */
    @Parameter(property = "python-env.testDirectories")
    private List<File> testDirectories = List.of();

    /** More arguments for pytest in one line, with quotes around those with spaces: <code>-x -m "not gpu"</code>. */
    @Parameter(property = "python-env.pytestArgs")
    private @Nullable String pytestArgs;

    /** Skips the tests: Surefire's own switch. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Skips the tests: Maven's own switch. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /** Whether the build goes on when tests fail. When pytest cannot run them at all, it fails all the same. */
    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
    private boolean testFailureIgnore;

    /** Whether the build fails when there are no tests, or none that are selected. */
    @Parameter(property = "failIfNoTests", defaultValue = "false")
    private boolean failIfNoTests;

    /** Whether coverage is measured, where <code>pytest-cov</code> is in the environment. */
    @Parameter(property = "python-env.coverage", defaultValue = "true")
    private boolean coverage;

    /** The percentage of coverage that the tests have to reach; needs <code>pytest-cov</code> in the environment. */
    @Parameter(property = "python-env.coverageMinimum")
    private @Nullable Double coverageMinimum;

    /** The folder for the JUnit XML file. */
    @Parameter(defaultValue = "${project.build.directory}/surefire-reports")
    private File reportsDirectory;

    @Parameter(defaultValue = "${project.build.directory}/python-env", readonly = true)
    private File coverageDirectory;

    @Inject
    public TestMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        if (skipTests || mavenTestSkip) {
            getLog().info(module.prefix() + "Tests are skipped.");
            return;
        }
        // Of several environments, most have no pytest: those with tests are to be named.
        List<EnvironmentRequest> tested = chosen().isEmpty() ? List.of(only(requests)) : requests;
        tested.forEach(request -> act(module, request));
    }

    private void act(Module module, EnvironmentRequest request) {
        TestRequest asked = TestRequest.of(
                request.project(),
                request.name(),
                testDirectories.stream().map(File::toPath).toList(),
                test,
                coverage,
                coverageMinimum,
                pytestArgs);
        Optional<String> nothing = asked.nothingToRun(module.alone());
        if (nothing.isPresent()) {
            withoutTests(module, nothing.get());
            return;
        }
        Optional<EnvironmentState> standing =
                bring(module, request, Goal.PACKAGES).standing();
        if (standing.isPresent() && !dryRun()) {
            Path sitePackages = new VenvLayout(
                            request.directory(), host().platform().windows())
                    .sitePackages(standing.get().runtime().version().series());
            Pytest pytest = asked.pytest(sitePackages, reportsDirectory.toPath(), coverageDirectory.toPath());
            run(module, pytest, request, standing.get());
        }
    }

    private void run(Module module, Pytest pytest, EnvironmentRequest request, EnvironmentState standing) {
        MeasuredProgram measured = new MeasuredProgram(request, standing, module.goal());
        TestOutcome outcome = measured.run(
                processes -> pytest.run(processes, surroundings(request)),
                host().platform().windows());
        RunRecord ran = measured.ended(RunRecord.Outcome.RAN);
        pytest.results().ifPresent(results -> getLog().info(module.prefix() + results.line()));
        if (outcome instanceof TestOutcome.NoTests) {
            withoutTests(module, "pytest found no test" + (test == null ? "." : " that is selected by " + test + "."));
        } else if (outcome instanceof TestOutcome.Broken broken) {
            throw new UserFailure(broken.why() + ".", "Its own output above says why.");
        } else if (outcome instanceof TestOutcome.Failed failed && testFailureIgnore) {
            getLog().error(module.prefix() + failed.why() + ".");
        } else if (outcome instanceof TestOutcome.Failed failed) {
            throw new UserFailure(
                    failed.why() + ".",
                    "The output above and " + pytest.report() + " say why. -Dmaven.test.failure.ignore goes on all the"
                            + " same, -DskipTests runs no tests.");
        }
        if (outcome instanceof TestOutcome.Passed) {
            ran = ran.with(Measure.TEST_SECONDS, ran.milliseconds() / 1e3);
            OptionalDouble percent = pytest.coverage().map(Coverage::percent).orElse(OptionalDouble.empty());
            if (percent.isPresent()) {
                ran = ran.with(Measure.COVERAGE, percent.getAsDouble());
            }
            new RunLedger(RunHistory.of(request.directory()), budgets(request), getLog()).keep(ran);
        }
    }

    private void withoutTests(Module module, String why) {
        if (failIfNoTests) {
            throw new UserFailure(why, "Add tests, correct what selects them, or leave failIfNoTests away.");
        }
        getLog().info(module.prefix() + why);
    }
}
