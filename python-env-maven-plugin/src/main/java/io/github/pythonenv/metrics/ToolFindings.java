package io.github.pythonenv.metrics;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How much a linter or a type checker found, as its own JUnit XML says: each failure is a finding. What mypy lists within
 * one failure, line by line, are as many as there are errors. Sources: what {@code ruff check --output-format junit} and
 * {@code mypy --junit-xml} write.
 */
public final class ToolFindings {

    private ToolFindings() {}

    /**
     * Counts them.
     *
     * @return nothing where there is no file
     * @throws UserFailure where it cannot be read, or is none of that form
     */
    public static OptionalInt in(Path file) {
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            return OptionalInt.of(count(factory.createXMLStreamReader(in)));
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException fault) {
                throw unreadable(file, fault);
            }
            throw new UserFailure(
                    file + " is no JUnit XML of a linter or a type checker: "
                            + String.valueOf(e.getMessage()).replaceAll("\\R", " "),
                    "Have it written by ruff check --output-format junit --output-file, or by mypy --junit-xml; or take"
                            + " it out of \"validation\", \"scores\" of python-env.json.",
                    e);
        }
    }

    private static UserFailure unreadable(Path file, IOException why) {
        return new UserFailure(
                "What a linter or a type checker found cannot be read from " + file + ": " + FileFault.why(why) + ".",
                "Name a file that this user may read, or take it out of \"validation\", \"scores\" of python-env.json.",
                why);
    }

    private static int count(XMLStreamReader xml) throws XMLStreamException {
        int count = 0;
        xml.nextTag();
        if (!xml.getLocalName().startsWith("testsuite")) {
            throw new XMLStreamException("it begins with <" + xml.getLocalName() + ">, not with <testsuites>");
        }
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                if (element.equals("failure") || element.equals("error")) {
                    count += findings(xml.getElementText());
                }
            }
        }
        return count;
    }

    /** Lines of mypy tell of an error or are notes; the text of others is about one thing. */
    private static int findings(String text) {
        int errors =
                (int) text.lines().filter(line -> line.contains(": error: ")).count();
        return errors > 0 || text.contains(": note: ") ? errors : 1;
    }
}
