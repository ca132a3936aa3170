package io.github.pythonenv.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/** What was measured, as Markdown: first which targets are reached, then a section for each question. */
final class Report {

    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";

    private final StringBuilder targets = new StringBuilder();
    private final StringBuilder sections = new StringBuilder();

    /** Adds a section with a table of times, in milliseconds. */
    void times(String title, String conditions, Collection<Times> times) {
        int rounds = times.iterator().next().sorted().size();
        section(title, conditions + " " + rounds + " rounds, milliseconds.");
        sections.append("| | median | min | max |\n|---|--:|--:|--:|\n");
        for (Times each : times) {
            sections.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            each.name(),
                            milliseconds(each.median()),
                            milliseconds(each.min()),
                            milliseconds(each.max())));
        }
        sections.append('\n');
    }

    /** Adds a section of text. */
    void section(String title, String text) {
        sections.append("### ").append(title).append("\n\n").append(text).append("\n\n");
    }

    /**
     * Compares with what is to be reached. It is told, not judged: slowness fails nothing.
     *
     * @param what is measured
     * @param limit it is to be at most this
     * @param unit of both
     */
    void target(String what, String rule, double limit, double measured, String unit) {
        String format = unit.equals("ms") ? "%,.0f %s" : "%,.2f %s";
        targets.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        what,
                        rule,
                        format.formatted(limit, unit).strip(),
                        format.formatted(measured, unit).strip(),
                        measured <= limit ? "yes" : "**no**"));
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value);
    }

    /** The whole text. */
    String markdown(String machine) {
        return "### Measured on\n\n" + machine + "\n### Targets\n\n"
                + "| | is to be at most | that is | measured | reached |\n|---|---|--:|--:|---|\n"
                + targets + "\n" + sections.toString().stripTrailing() + "\n";
    }

    /** Puts the text between two marks of a document, in place of what is there. */
    static void replace(Path document, String markdown) {
        try {
            String text = Files.readString(document);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            int end = text.indexOf(END);
            Files.writeString(document, text.substring(0, begin) + "\n" + markdown + text.substring(end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
