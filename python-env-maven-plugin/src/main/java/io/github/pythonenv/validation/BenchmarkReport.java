package io.github.pythonenv.validation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an environment's benchmark measured.
 *
 * @param environment the environment's name
 * @param python its interpreter's version, such as {@code 3.14.3}
 * @param platform the machine, such as {@code linux-x86_64}
 * @param started when it began
 * @param comparisons what was measured
 * @param skipped what was not measured, and why
 * @param tuning the variables of the tuned runs
 */
public record BenchmarkReport(
        String environment,
        String python,
        String platform,
        Instant started,
        List<Comparison> comparisons,
        List<Evidence> skipped,
        Map<String, String> tuning) {

    public BenchmarkReport {
        comparisons = List.copyOf(comparisons);
        skipped = List.copyOf(skipped);
        tuning = Map.copyOf(tuning);
    }
}
