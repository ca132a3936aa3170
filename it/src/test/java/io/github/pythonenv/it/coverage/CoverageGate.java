package io.github.pythonenv.it.coverage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.report.DirectorySourceFileLocator;
import org.jacoco.report.FileMultiReportOutput;
import org.jacoco.report.IReportVisitor;
import org.jacoco.report.html.HTMLFormatter;

/** Fails the build when unit and integration tests together reach too few lines of the plugin's own code. */
public final class CoverageGate {

    private CoverageGate() {}

    /**
     * Measures, writes the report and judges.
     *
     * @param args the plugin's folder, this module's target folder, the least share of lines (0 to 1)
     * @throws IOException if nothing was measured or no report can be written
     */
    public static void main(String... args) throws IOException {
        Path plugin = Path.of(args[0]).normalize();
        Path target = Path.of(args[1]);
        double minimum = Double.parseDouble(args[2]);

        Path classes = plugin.resolve("target/classes");
        Notes notes = new Notes(classes);
        notes.add(plugin.resolve("target/jacoco.exec"));
        for (Path file : ofBuilds(plugin, target)) {
            notes.add(file);
        }
        IBundleCoverage coverage = analyze(classes, notes.reached());
        Path report = target.resolve("coverage/report");
        write(report, coverage, notes.reached(), plugin.resolve("src/main/java"));

        ICounter lines = coverage.getLineCounter();
        String result = String.format(
                Locale.ROOT,
                "Line coverage of the plugin: %.1f %% (%d of %d lines), at least %.1f %% wanted. See %s.",
                100 * lines.getCoveredRatio(),
                lines.getCoveredCount(),
                lines.getTotalCount(),
                100 * minimum,
                report.resolve("index.html"));
        if (!(lines.getCoveredRatio() >= minimum)) {
            throw new IllegalStateException(result + " Most lines are missed in\n" + worst(coverage));
        }
        System.out.println(result);
    }

    private static List<Path> ofBuilds(Path plugin, Path target) throws IOException {
        Path jar;
        try (Stream<Path> jars = Files.list(plugin.resolve("target"))) {
            jar = jars.filter(file -> file.getFileName().toString().matches("python-env-maven-plugin-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        try (Stream<Path> files = Files.list(CoverageFolder.of(target, jar))) {
            return files.toList();
        }
    }

    private static IBundleCoverage analyze(Path classes, ExecutionDataStore reached) throws IOException {
        CoverageBuilder builder = new CoverageBuilder();
        Analyzer analyzer = new Analyzer(reached, builder);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("HelpMojo.class")) { // generated
                    analyzer.analyzeClass(Files.readAllBytes(file), file.toString());
                }
            }
        }
        return builder.getBundle("python-env-maven-plugin");
    }

    private static void write(Path folder, IBundleCoverage coverage, ExecutionDataStore reached, Path sources)
            throws IOException {
        IReportVisitor visitor = new HTMLFormatter().createVisitor(new FileMultiReportOutput(folder.toFile()));
        visitor.visitInfo(List.of(), reached.getContents());
        visitor.visitBundle(
                coverage, new DirectorySourceFileLocator(sources.toFile(), StandardCharsets.UTF_8.name(), 4));
        visitor.visitEnd();
    }

    private static String worst(IBundleCoverage coverage) {
        return coverage.getPackages().stream()
                .flatMap(room -> room.getClasses().stream())
                .sorted(Comparator.comparingInt(
                                (IClassCoverage type) -> type.getLineCounter().getMissedCount())
                        .reversed())
                .limit(15)
                .map(type -> String.format(
                        Locale.ROOT,
                        "  %4d of %4d  %s",
                        type.getLineCounter().getMissedCount(),
                        type.getLineCounter().getTotalCount(),
                        type.getName().replace('/', '.')))
                .collect(Collectors.joining("\n"));
    }
}
