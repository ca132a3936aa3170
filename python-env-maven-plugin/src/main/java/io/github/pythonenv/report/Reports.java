package io.github.pythonenv.report;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes reports. */
public final class Reports {

    /** What the file for programs is called: the dashboard looks for it. */
    static final String DATA = "report.json";

    /** What the text is called. */
    static final String TEXT = "report.md";

    /** What the page is called. */
    static final String PAGE = "report.html";

    private Reports() {}

    /**
     * Writes all forms of a report: {@code report.json}, {@code report.md}, {@code report.html} and
     * {@code TEST-python-env-<environment>.xml}. Each file is replaced as a whole.
     *
     * @param folder made where it is not there
     * @return the HTML file
     * @throws UserFailure where one cannot be written
     */
    public static Path write(Report report, Path folder) {
        ObjectNode json = ReportJson.of(report);
        Path page = folder.resolve(PAGE);
        replace(folder.resolve(DATA), indented(json));
        replace(folder.resolve(TEXT), MarkdownReport.print(report));
        replace(page, HtmlPage.REPORT.print(json));
        replace(
                folder.resolve("TEST-python-env-" + report.suite().environment() + ".xml"),
                JUnitReport.print(report.suite(), report.project()));
        return page;
    }

    static void replace(Path file, String text) {
        Path fresh = file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(file.resolveSibling(""));
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UserFailure(
                    "The report " + file + " cannot be written: " + FileFault.why(e) + ".",
                    "Take away what stands in its place or in that of its folder, as mvn clean does; else give this user the"
                            + " right to write there, and see whether the disk is full.",
                    e);
        }
    }

    static String indented(Object json) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(json)
                + "\n";
    }
}
