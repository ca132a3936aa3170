package io.github.pythonenv.maven;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.cleaning.Backup;
import io.github.pythonenv.cleaning.Finding;
import io.github.pythonenv.cleaning.Findings;
import io.github.pythonenv.cleaning.Removed;
import io.github.pythonenv.cleaning.Spared;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cleaning came to, for people and for programs.
 *
 * @param top the folder that was searched
 * @param dryRun whether nothing was changed
 * @param findings what was found
 * @param removed what was removed of it
 * @param created the folders of environments that were made anew
 * @param clock says how old things are
 */
record CleaningText(
        Path top, boolean dryRun, Findings findings, List<Removed> removed, List<Path> created, Clock clock) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int count = findings.found().size();
        if (count == 0) {
            lines.add("There is no virtual environment to remove in " + top + ".");
        } else {
            lines.add((dryRun ? "Found " : "Removed ") + count + (count == 1 ? " environment" : " environments")
                    + " in " + top + ", " + Amounts.bytes(findings.bytes()) + ":");
        }
        for (Finding finding : findings.found()) {
            lines.add("  " + name(finding.folder()) + "  " + Amounts.bytes(finding.bytes()) + ", " + age(finding)
                    + ", sure to " + finding.confidence() + " %: " + String.join(", ", finding.reasons()));
            backup(finding).ifPresent(kept -> lines.add("      kept in " + kept.file()));
        }
        for (Spared spared : findings.spared()) {
            lines.add("Left alone: " + name(spared.folder()) + " " + spared.why() + ".");
        }
        created.forEach(folder -> lines.add("Created " + folder + "."));
        if (dryRun && count > 0) {
            lines.add(
                    "Nothing was changed. -Dpython-env.force removes what was found, and keeps each as an archive unless"
                            + " -Dpython-env.backup=false is set.");
        }
        return lines;
    }

    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("directory", top.toString());
        data.put("dryRun", dryRun);
        data.put("bytes", findings.bytes());
        data.put("found", findings.found().stream().map(this::data).toList());
        data.put(
                "spared",
                findings.spared().stream()
                        .map(one -> Map.of("directory", one.folder().toString(), "why", one.why()))
                        .toList());
        data.put("created", created.stream().map(Path::toString).toList());
        return data;
    }

    private Map<String, Object> data(Finding finding) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("directory", finding.folder().toString());
        data.put("reasons", finding.reasons());
        data.put("confidence", finding.confidence());
        data.put("bytes", finding.bytes());
        data.put("made", finding.made().toString());
        data.put("ageDays", days(finding));
        data.put("ours", finding.ours());
        data.put("removed", removed.stream().anyMatch(one -> one.finding().equals(finding)));
        backup(finding)
                .ifPresent(kept -> data.put("backup", Map.of("file", kept.file().toString(), "sha256", kept.sha256())));
        return data;
    }

    private Optional<Backup> backup(Finding finding) {
        return removed.stream()
                .filter(one -> one.finding().equals(finding))
                .flatMap(one -> one.backup().stream())
                .findFirst();
    }

    private String name(Path folder) {
        return folder.equals(top) ? folder.toString() : top.relativize(folder).toString();
    }

    private String age(Finding finding) {
        long days = days(finding);
        return days == 0 ? "made today" : days + (days == 1 ? " day old" : " days old");
    }

    /** A clock that was set back makes nothing younger than new. */
    private long days(Finding finding) {
        return Math.max(0, Duration.between(finding.made(), clock.instant()).toDays());
    }
}
