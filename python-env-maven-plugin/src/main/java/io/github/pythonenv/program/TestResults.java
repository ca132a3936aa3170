package io.github.pythonenv.program;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a JUnit XML file of pytest says, in Surefire's terms.
 *
 * @param tests how many were run, those that were skipped included
 * @param failures how many failed
 * @param errors how many could not be run to their end, such as files that cannot be imported
 * @param skipped how many were left out by a mark
 * @param faulty the names of those that failed or had errors
 */
public record TestResults(int tests, int failures, int errors, int skipped, List<String> faulty) {

    public TestResults {
        faulty = List.copyOf(faulty);
    }

    /** How many failed or had errors. */
    int bad() {
        return failures + errors;
    }

    /** The line that Surefire writes, too. */
    public String line() {
        return "Tests run: " + tests + ", Failures: " + failures + ", Errors: " + errors + ", Skipped: " + skipped;
    }

    /** Reads a file; nothing where there is none. */
    static Optional<TestResults> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(read(factory.createXMLStreamReader(in)));
        } catch (IOException | XMLStreamException e) {
            throw new UserFailure(
                    "The report " + file + ", which pytest wrote, cannot be read: " + FileFault.why(e) + ".",
                    "See whether a plugin of pytest writes reports of its own, and whether the disk is full.",
                    e);
        }
    }

    private static TestResults read(XMLStreamReader xml) throws XMLStreamException {
        int[] counts = new int[4];
        List<String> faulty = new ArrayList<>();
        String test = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "testsuite" -> {
                        String[] names = {"tests", "failures", "errors", "skipped"};
                        for (int i = 0; i < names.length; i++) {
                            counts[i] += number(xml.getAttributeValue(null, names[i]));
                        }
                    }
                    case "testcase" -> test = name(xml);
                    case "failure", "error" -> faulty.add(test);
                    default -> {}
                }
            }
        }
        return new TestResults(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                faulty.stream().distinct().toList());
    }

    private static String name(XMLStreamReader xml) {
        String within = xml.getAttributeValue(null, "classname");
        String name = xml.getAttributeValue(null, "name");
        // A file that could not be imported is a test case without a class.
        return within == null || within.isEmpty() ? String.valueOf(name) : within + "." + name;
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}
