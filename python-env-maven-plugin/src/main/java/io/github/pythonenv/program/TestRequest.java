package io.github.pythonenv.program;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the tests of a project.
 *
 * @param project the project's folder
 * @param environment the name of the environment that they run in
 * @param folders where they are
 * @param selection which of them are run
 * @param measured whether coverage is measured, where pytest-cov is there
 * @param minimum the percentage of coverage to be reached, if one is asked for
 * @param arguments more arguments for pytest
 */
public record TestRequest(
        Path project,
        String environment,
        TestFolders folders,
        TestSelection selection,
        boolean measured,
        @Nullable Double minimum,
        List<String> arguments) {

    /**
     * Reads what the goal's parameters say; what is blank counts as not given.
     *
     * @param named the folders of the tests, if the user named any
     * @param selection which tests are run
     * @param line more arguments for pytest in one line
     * @throws UserFailure where they cannot be understood
     */
    public static TestRequest of(
            Path project,
            String environment,
            List<Path> named,
            @Nullable String selection,
            boolean measured,
            @Nullable Double minimum,
            @Nullable String line) {
        if (minimum != null && !(minimum >= 0 && minimum <= 100)) {
            throw new UserFailure("<coverageMinimum> is " + minimum + ".", "Take a percentage, from 0 to 100.");
        }
        TestFolders folders = TestFolders.of(project, named);
        return new TestRequest(
                project,
                environment,
                folders,
                selection == null || selection.isBlank()
                        ? TestSelection.ALL
                        : TestSelection.of(selection, project, folders.known()),
                measured,
                minimum,
                ArgumentLine.split(line == null ? "" : line));
    }

    /**
     * Why there is nothing to run, where that is clear beforehand.
     *
     * @param alone whether the project is the only one that is built: then what is selected has to be here
     * @throws UserFailure if it is not
     */
    public Optional<String> nothingToRun(boolean alone) {
        if (!selection.missing().isEmpty()) {
            String why = "There are no tests at " + String.join(", ", selection.missing()) + ".";
            if (alone) {
                throw new UserFailure(
                        why,
                        "Correct python-env.test: files are looked for in the project's folder and in that of its"
                                + " tests.");
            }
            if (selection.nodes().isEmpty()) {
                return Optional.of(why);
            }
        }
        return folders instanceof TestFolders.None && selection.nodes().isEmpty()
                ? Optional.of("No tests: there is no folder src/test/python and no folder tests.")
                : Optional.empty();
    }

    /**
     * The run that this asks for.
     *
     * @param sitePackages the environment's folder of packages
     * @param reports the folder for the JUnit XML file
     * @param coverageReports the folder for what coverage writes
     * @throws UserFailure if what it needs is not in the environment
     */
    public Pytest pytest(Path sitePackages, Path reports, Path coverageReports) {
        require(Pytest.has(sitePackages, "pytest"), "pytest", "to run tests");
        boolean able = Pytest.has(sitePackages, "pytest_cov");
        boolean whole = selection.equals(TestSelection.ALL);
        if (measured && minimum != null && whole) {
            require(able, "pytest-cov", "to measure coverage, for <coverageMinimum>");
        }
        return new Pytest(
                project,
                environment,
                folders.paths(),
                selection,
                reports.resolve("TEST-python-" + environment + ".xml"),
                able && measured && whole
                        ? Optional.of(Coverage.of(project, coverageReports, environment, minimum))
                        : Optional.empty(),
                arguments);
    }

    private void require(boolean there, String name, String purpose) {
        if (!there) {
            throw new UserFailure(
                    "There is no " + name + " in the environment '" + environment + "' " + purpose + ".",
                    "Add " + name + " to what is installed: a line in requirements.txt, or uv add --dev " + name
                            + " in a uv project, or <packages> in the plugin's configuration.");
        }
    }
}
