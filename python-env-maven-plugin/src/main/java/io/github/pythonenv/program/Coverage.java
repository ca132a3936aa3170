package io.github.pythonenv.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How coverage is measured, by way of pytest-cov.
 *
 * @param sources what is measured; empty where coverage.py's own configuration, or nothing, says it
 * @param report the XML report to write, in Cobertura's format
 * @param data the file of raw data to write
 * @param minimum the percentage to be reached, if one is asked for
 */
public record Coverage(
        Optional<Path> sources,
        Path report,
        Path data,
        @Nullable Double minimum) {

    private static final List<String> CONFIGURATIONS = List.of("pyproject.toml", "setup.cfg", "tox.ini");

    /**
     * For a project: measured is what coverage.py's own configuration there says, else {@code src/main/python}, else
     * {@code src}, else all that is imported.
     *
     * @param folder where reports go
     * @param environment its name becomes part of theirs
     */
    public static Coverage of(Path project, Path folder, String environment, @Nullable Double minimum) {
        Optional<Path> sources = configured(project) ? Optional.empty() : sources(project);
        return new Coverage(
                sources,
                folder.resolve("coverage-" + environment + ".xml"),
                folder.resolve("coverage-" + environment + ".data"),
                minimum);
    }

    /** In Maven's layout {@code src} has the tests in it, too. */
    private static Optional<Path> sources(Path project) {
        Path maven = project.resolve(Pytest.SOURCES);
        Path src = project.resolve("src");
        if (Files.isDirectory(maven)) {
            return Optional.of(maven);
        }
        return Files.isDirectory(src) && !Files.exists(src.resolve("test")) ? Optional.of(src) : Optional.empty();
    }

    private static boolean configured(Path project) {
        return Files.exists(project.resolve(".coveragerc"))
                || CONFIGURATIONS.stream().map(project::resolve).anyMatch(Coverage::speaksOfCoverage);
    }

    private static boolean speaksOfCoverage(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.readString(file).lines().anyMatch(line -> line.matches("\\[(tool\\.)?coverage[.:]run].*"));
        } catch (MalformedInputException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments for pytest. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--cov=" + sources.map(Path::toString).orElse(""), "--cov-report=xml:" + report, "--cov-report=term"));
        if (minimum != null) {
            arguments.add("--cov-fail-under=" + minimum);
        }
        return arguments;
    }

    /** The variables for pytest. */
    Map<String, String> variables() {
        return Map.of("COVERAGE_FILE", data.toString());
    }
}
