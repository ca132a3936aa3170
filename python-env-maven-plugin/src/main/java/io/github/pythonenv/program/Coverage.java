package io.github.pythonenv.program;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
            throw new UserFailure(
                    "Whether " + file + " says what coverage is measured cannot be read: " + FileFault.why(e) + ".",
                    "Give this user the right to read it.",
                    e);
        }
    }

    /** How much of the code the last run reached, in percent, if it got so far as to report it. */
    public OptionalDouble percent() {
        if (!Files.isRegularFile(report)) {
            return OptionalDouble.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            return OptionalDouble.of(Double.parseDouble(xml.getAttributeValue(null, "line-rate")) * 100);
        } catch (IOException | XMLStreamException | NumberFormatException | NullPointerException e) {
            return OptionalDouble.empty();
        }
    }

    /** The arguments for pytest. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                // Without a value: with an empty one, coverage.py looks for a module without a name, whatever is
                // configured.
                sources.map(path -> "--cov=" + path).orElse("--cov"),
                "--cov-report=xml:" + report,
                "--cov-report=term"));
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
