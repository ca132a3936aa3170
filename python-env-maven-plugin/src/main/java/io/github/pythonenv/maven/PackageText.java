package io.github.pythonenv.maven;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.packaging.PackageOutcome;
import io.github.pythonenv.packaging.PackageReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was packed, for a person. */
record PackageText(String prefix, PackageOutcome outcome) {

    private static final int SHOWN = 5;

    /** By which the archive of an environment is known among the artifacts of its project. */
    static String classifier(String environment, String platform) {
        return environment.equals(ConfiguredEnvironment.UNNAMED)
                ? "python-" + platform
                : "python-" + environment + "-" + platform;
    }

    /** What a dry run says of a file that is packed; whether anything changed only the packing itself looks at. */
    static String planned(Path file) {
        return Files.exists(file)
                ? file + " would be packed anew if anything that it is made of has changed."
                : file + " would be packed.";
    }

    List<String> lines() {
        return outcome instanceof PackageReport report
                ? lines(report)
                : List.of(prefix + outcome.file() + " is up to date, SHA-256 " + outcome.sha256());
    }

    private List<String> lines(PackageReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(prefix + report.file() + ": " + Amounts.bytes(report.bytes()) + ", " + report.entries()
                + " files, SHA-256 " + report.sha256());
        lines.add(prefix + "  in it: "
                + report.parts().entrySet().stream()
                        .map(part -> part.getKey().label() + " " + Amounts.bytes(part.getValue()))
                        .collect(Collectors.joining(", ")));
        if (!report.leftOut().isEmpty()) {
            lines.add(prefix + "  left out: "
                    + report.leftOut().entrySet().stream()
                            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                            .map(one -> one.getKey() + " " + Amounts.bytes(one.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        return lines;
    }

    List<String> warnings() {
        return outcome instanceof PackageReport report ? traces(prefix, report.traces()) : List.of();
    }

    static List<String> traces(String prefix, List<String> traces) {
        if (traces.isEmpty()) {
            return List.of();
        }
        return List.of(prefix + traces.size() + (traces.size() == 1 ? " file" : " files")
                + " in it, written by packages, name folders of this machine: "
                + String.join(", ", traces.subList(0, Math.min(SHOWN, traces.size())))
                + (traces.size() > SHOWN ? ", …" : "")
                + ". If they are not wanted where it runs, name them in packaging.exclude in python-env.json.");
    }
}
