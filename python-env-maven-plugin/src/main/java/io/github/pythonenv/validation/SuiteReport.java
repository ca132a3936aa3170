package io.github.pythonenv.validation;

import io.github.pythonenv.packages.DependencyGraph;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the checks of one environment came to.
 *
 * @param environment the environment's name
 * @param directory where it stands
 * @param python its interpreter's version, such as {@code 3.14.3}
 * @param platform the machine, such as {@code linux-x86_64}
 * @param started when the suite began
 * @param milliseconds how long it took
 * @param results in the order of categories, and within one in that of the suite
 * @param dependencies what is installed, and which package needs which
 * @param facts about the environment: generation, fingerprint, runtime, uv, and the like
 * @param tuning the variables that programs in it are started with
 */
public record SuiteReport(
        String environment,
        Path directory,
        String python,
        String platform,
        Instant started,
        long milliseconds,
        List<CheckResult> results,
        DependencyGraph dependencies,
        List<Evidence> facts,
        Map<String, String> tuning) {

    public SuiteReport {
        results = List.copyOf(results);
        facts = List.copyOf(facts);
        tuning = Map.copyOf(tuning);
    }

    /** The same with more facts. */
    public SuiteReport with(List<Evidence> more) {
        return new SuiteReport(
                environment,
                directory,
                python,
                platform,
                started,
                milliseconds,
                results,
                dependencies,
                Stream.concat(facts.stream(), more.stream()).toList(),
                tuning);
    }
}
