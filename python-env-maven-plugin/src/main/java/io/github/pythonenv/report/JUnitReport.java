package io.github.pythonenv.report;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.SuiteReport;
import io.github.pythonenv.validation.Verdict;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The checks as JUnit XML, in the form that Surefire writes and build servers show ({@code surefire-test-report.xsd}):
 * each check is a test, a failed one a failure. There are no warnings in it, so a check with one passes, and its output
 * says what it warns of.
 */
final class JUnitReport {

    private JUnitReport() {}

    /**
     * Prints them.
     *
     * @param project part of the class names: build servers show one class of a name only, and the modules of a build may
     *     well have environments of the same name
     */
    static String print(SuiteReport suite, String project) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, suite, "python-env." + asPart(project) + "." + suite.environment());
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory can be written.", e);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, SuiteReport suite, String name) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", name);
        attribute(xml, "time", seconds(suite.milliseconds()));
        attribute(xml, "timestamp", Amounts.moment(suite.started().toString()));
        attribute(xml, "tests", Integer.toString(suite.results().size()));
        attribute(xml, "errors", "0");
        Map<String, Long> summary = CheckData.summary(suite.results());
        attribute(xml, "skipped", String.valueOf(summary.get("skipped")));
        attribute(xml, "failures", String.valueOf(summary.get("failed")));
        for (CheckResult result : suite.results()) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("testcase");
            attribute(xml, "name", result.title());
            attribute(xml, "classname", name + "." + result.category().id());
            attribute(xml, "time", seconds(result.milliseconds()));
            outcome(xml, result);
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void outcome(XMLStreamWriter xml, CheckResult result) throws XMLStreamException {
        Verdict verdict = result.verdict();
        if (verdict instanceof Verdict.Failed failed) {
            xml.writeStartElement("failure");
            attribute(xml, "message", failed.what());
            attribute(xml, "type", result.id());
            xml.writeCharacters(clean(failed.what() + "\n" + failed.hint()));
            xml.writeEndElement();
        } else if (verdict instanceof Verdict.Skipped skipped) {
            xml.writeStartElement("skipped");
            attribute(xml, "message", skipped.reason());
            xml.writeEndElement();
        }
        StringBuilder output = new StringBuilder();
        if (verdict instanceof Verdict.Warning warning) {
            output.append("WARNING ")
                    .append(warning.what())
                    .append('\n')
                    .append(warning.hint())
                    .append('\n');
        }
        result.evidence()
                .forEach(one -> output.append(one.label())
                        .append(": ")
                        .append(one.text())
                        .append('\n'));
        if (!output.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(clean(output.toString()));
            xml.writeEndElement();
        }
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    /** XML 1.0 has no way to write most control characters, nor halves of surrogate pairs. */
    private static String clean(String text) {
        return text.codePoints()
                .map(one -> allowed(one) ? one : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int one) {
        return one == '\t'
                || one == '\n'
                || one == '\r'
                || (one >= 0x20 && one < 0xD800)
                || (one > 0xDFFF && one < 0xFFFE)
                || one > 0xFFFF;
    }

    /** Points separate the parts of a class name. */
    private static String asPart(String project) {
        return project.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.3f", milliseconds / 1e3);
    }
}
