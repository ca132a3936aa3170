package io.github.pythonenv.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.metrics.RunRecord.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalRunsTest {

    @Test
    void theLastOfEachGoal() {
        List<RunRecord> runs = List.of(
                run("ensure", Outcome.BUILT, 100),
                run("ensure", Outcome.FAILED, 9000),
                run("ensure", Outcome.BUILT, 300),
                run("run", Outcome.FAILED, 20),
                run("ensure", Outcome.BUILT, 200),
                run("run", Outcome.RAN, 40));

        assertThat(GoalRuns.of(runs))
                .containsExactly(new GoalRuns("run", 2, runs.get(5), 40), new GoalRuns("ensure", 4, runs.get(4), 200));
        assertThat(GoalRuns.of(List.of())).isEmpty();
    }

    private static RunRecord run(String goal, Outcome outcome, long milliseconds) {
        return new RunRecord(
                Instant.EPOCH,
                "default",
                goal,
                outcome,
                milliseconds,
                "3.14.3",
                1,
                0,
                List.of(),
                ChildUse.NONE,
                Map.of());
    }
}
