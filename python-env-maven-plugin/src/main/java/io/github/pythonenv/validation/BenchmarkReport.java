package io.github.pythonenv.validation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an environment's benchmark measured.
 *
 * @param environment the environment's name
 * @param directory where it stands
 * @param python its interpreter's version, such as {@code 3.14.3}
 * @param platform the machine, such as {@code linux-x86_64}
 * @param started when it began
 * @param rounds how often each figure was measured
 * @param comparisons what was measured
 * @param skipped what was not measured, and why
 * @param tuning the variables of the tuned runs
 */
public record BenchmarkReport(
        String environment,
        Path directory,
        String python,
        String platform,
        Instant started,
        int rounds,
        List<Comparison> comparisons,
        List<Evidence> skipped,
        Map<String, String> tuning) {

    public BenchmarkReport {
        comparisons = List.copyOf(comparisons);
        skipped = List.copyOf(skipped);
        tuning = Map.copyOf(tuning);
    }
}
