package io.github.pythonenv.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The kept runs of one goal on an environment.
 *
 * @param goal the goal, such as {@code ensure}
 * @param count how many are kept
 * @param last the last one, however it ended
 * @param medianMilliseconds how long those that ended as the last one took, in the middle; the shorter of two in the
 *     middle
 */
public record GoalRuns(String goal, int count, RunRecord last, long medianMilliseconds) {

    /**
     * The runs by their goals, that of the newest run first.
     *
     * @param runs the oldest first
     */
    public static List<GoalRuns> of(List<RunRecord> runs) {
        Map<String, List<RunRecord>> goals = new LinkedHashMap<>();
        for (int at = runs.size() - 1; at >= 0; at--) {
            goals.computeIfAbsent(runs.get(at).goal(), goal -> new ArrayList<>())
                    .add(runs.get(at));
        }
        return goals.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue()))
                .toList();
    }

    private static GoalRuns of(String goal, List<RunRecord> newestFirst) {
        RunRecord last = newestFirst.get(0);
        long[] times = newestFirst.stream()
                .filter(run -> run.outcome() == last.outcome())
                .flatMapToLong(run -> LongStream.of(run.milliseconds()))
                .sorted()
                .toArray();
        return new GoalRuns(goal, newestFirst.size(), last, times[(times.length - 1) / 2]);
    }
}
