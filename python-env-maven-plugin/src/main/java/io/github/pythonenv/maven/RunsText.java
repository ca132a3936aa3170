package io.github.pythonenv.maven;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.GoalRuns;
import io.github.pythonenv.metrics.RunRecord;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What runs on an environment cost, for people and for programs.
 *
 * @param goals the kept runs by their goals
 * @param excesses what of the last ones exceeds a budget
 */
record RunsText(List<GoalRuns> goals, List<Budgets.Excess> excesses) {

    static RunsText of(List<RunRecord> runs, Budgets budgets) {
        return new RunsText(GoalRuns.of(runs), budgets.excesses(runs));
    }

    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("goals", goals.stream().map(RunsText::data).toList());
        data.put(
                "excesses",
                excesses.stream()
                        .map(one -> Map.of(
                                "measure", one.measure().id(),
                                "value", one.value(),
                                "limit", one.limit(),
                                "text", one.text()))
                        .toList());
        return data;
    }

    private static Map<String, Object> data(GoalRuns runs) {
        RunRecord last = runs.last();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("goal", runs.goal());
        data.put("count", runs.count());
        data.put("medianMilliseconds", runs.medianMilliseconds());
        data.put("started", last.started().toString());
        data.put("outcome", last.outcome().word());
        data.put("milliseconds", last.milliseconds());
        data.put("bytes", last.bytes());
        data.put("cpuMilliseconds", last.children().cpuMilliseconds());
        data.put("peakBytes", last.children().peakBytes());
        Map<String, Double> measures = new LinkedHashMap<>();
        last.measures().forEach((measure, value) -> measures.put(measure.id(), value));
        data.put("measures", measures);
        return data;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!goals.isEmpty()) {
            lines.add("  the last runs cost:");
        }
        goals.forEach(runs -> lines.add(line(runs)));
        excesses.forEach(excess -> lines.add("    over budget: " + excess.text()));
        return lines;
    }

    private static String line(GoalRuns runs) {
        RunRecord last = runs.last();
        List<String> more = new ArrayList<>();
        if (runs.count() > 1) {
            more.add("usually " + Amounts.time(runs.medianMilliseconds()));
        }
        if (last.bytes() > 0) {
            more.add(Amounts.bytes(last.bytes()) + " moved");
        }
        if (last.children().cpuMilliseconds() > 0) {
            more.add(Amounts.time(last.children().cpuMilliseconds()) + " of processor time");
        }
        if (last.children().peakBytes() > 0) {
            more.add("at most " + Amounts.bytes(last.children().peakBytes()) + " of memory");
        }
        last.measures().forEach((measure, value) -> {
            switch (measure) {
                case INSTALL_SECONDS, TOTAL_SECONDS, TEST_SECONDS, PEAK_MEMORY_MEGABYTES -> {
                    // Told already.
                }
                default -> more.add(measure.words() + " " + measure.amount(value));
            }
        });
        String head = String.format(
                Locale.ROOT,
                "    %-26s %-40s",
                runs.goal(),
                last.outcome().word() + ", " + Amounts.time(last.milliseconds()) + ", "
                        + last.started().truncatedTo(ChronoUnit.SECONDS));
        return (head + " " + String.join(", ", more)).stripTrailing();
    }
}
