package io.github.pythonenv.validation;

import io.github.pythonenv.store.KeptLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures that the checks of one environment measured, a line of JSON for each run: {@code at}, {@code machine} and
 * {@code figures}.
 */
public final class FigureHistory implements EarlierFigures {

    private static final JsonMapper JSON = new JsonMapper();

    /** Runs that are compared with at most. */
    private static final int COMPARED = 20;

    private final KeptLines file;
    private final String machine;
    private final List<JsonNode> runs;

    private FigureHistory(KeptLines file, String machine, List<JsonNode> runs) {
        this.file = file;
        this.machine = machine;
        this.runs = runs;
    }

    /**
     * What there is for the environment in that folder.
     *
     * @param machine tells this machine from others that may use the same folder
     */
    public static FigureHistory of(Path environment, String machine) throws IOException {
        String name = Objects.requireNonNull(environment.getFileName(), "an environment has a folder")
                .toString();
        KeptLines file = new KeptLines(
                environment.resolveSibling(".python-env").resolve("metrics").resolve(name + "-figures.jsonl"));
        List<JsonNode> runs = new ArrayList<>();
        for (String line : file.lines()) {
            parsed(line)
                    .filter(run -> run.path("machine").asString("").equals(machine))
                    .ifPresent(runs::add);
        }
        return new FigureHistory(file, machine, runs.subList(Math.max(0, runs.size() - COMPARED), runs.size()));
    }

    @Override
    public List<Double> of(String id) {
        return runs.stream()
                .map(run -> run.path("figures").path(id))
                .filter(JsonNode::isNumber)
                .map(value -> value.asDouble(0))
                .toList();
    }

    /** Adds what a run measured; nothing where it measured nothing. */
    public void append(Instant at, List<CheckResult> results) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        results.forEach(result -> result.figures().forEach(figure -> figures.put(figure.id(), figure.value())));
        if (figures.isEmpty()) {
            return;
        }
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("at", at.toString());
        run.put("machine", machine);
        run.put("figures", figures);
        file.append(JSON.writeValueAsString(run));
    }

    private static Optional<JsonNode> parsed(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
