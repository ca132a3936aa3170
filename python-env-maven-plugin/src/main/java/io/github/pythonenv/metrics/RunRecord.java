package io.github.pythonenv.metrics;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one run cost.
 *
 * @param started when it began
 * @param environment the environment's name
 * @param goal the goal that ran, such as {@code ensure}
 * @param outcome what it came to
 * @param milliseconds how long it took
 * @param python the version of the interpreter; empty where the run did not get that far
 * @param packages how many packages are installed; 0 where the run did not get that far
 * @param fetched how many of them were downloaded or built: the others came from the cache
 * @param stages in the order of their ends
 * @param children what child processes took
 * @param measures what was measured besides
 */
public record RunRecord(
        Instant started,
        String environment,
        String goal,
        Outcome outcome,
        long milliseconds,
        String python,
        int packages,
        int fetched,
        List<StageTime> stages,
        ChildUse children,
        Map<Measure, Double> measures) {

    /** What a run came to. */
    public enum Outcome {
        /** There is a new generation, or a new runtime. */
        BUILT,
        /** A program ran in the environment, and succeeded. */
        RAN,
        /** It failed. */
        FAILED;

        /** The word for it in data. */
        public String word() {
            return switch (this) {
                case BUILT -> "built";
                case RAN -> "ran";
                case FAILED -> "failed";
            };
        }
    }

    public RunRecord {
        stages = List.copyOf(stages);
        Map<Measure, Double> sorted = new EnumMap<>(Measure.class);
        sorted.putAll(measures);
        measures = Collections.unmodifiableMap(sorted);
    }

    /** The same run, of which one thing more is known. */
    public RunRecord with(Measure measure, double value) {
        Map<Measure, Double> more = new EnumMap<>(Measure.class);
        more.putAll(measures);
        more.put(measure, value);
        return new RunRecord(
                started, environment, goal, outcome, milliseconds, python, packages, fetched, stages, children, more);
    }

    /** As a line of JSON, in the form of {@code metrics-1.0.schema.json}. */
    public String json() {
        return RunLine.print(this);
    }

    /** How many bytes all stages moved. */
    public long bytes() {
        return stages.stream().mapToLong(StageTime::bytes).sum();
    }

    /** Whether it may be held against a budget: it did not fail, and it is none of programs, of which each is another. */
    boolean judged() {
        return outcome != Outcome.FAILED && !goal.equals("run");
    }

    /** Whether it can be compared with another one: the same was done to the same environment, and ended as well. */
    boolean comparable(RunRecord other) {
        return environment.equals(other.environment) && goal.equals(other.goal) && outcome == other.outcome;
    }
}
