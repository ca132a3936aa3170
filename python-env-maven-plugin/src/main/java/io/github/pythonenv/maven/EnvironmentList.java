package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.Setting;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Environments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The environments of a project, for people and for programs. */
final class EnvironmentList {

    private EnvironmentList() {}

    /**
     * An environment of the list.
     *
     * @param standing what stands in its place, where one of ours does
     */
    record Row(
            EnvironmentRequest request,
            Optional<String> purpose,
            boolean enabled,
            Optional<EnvironmentState> standing) {}

    static Row row(ProjectMojo.Requested asked) {
        return new Row(
                asked.request(),
                asked.environment().settings().text(Setting.PURPOSE),
                asked.environment().enabled(),
                Environments.standing(asked.request()));
    }

    static Map<String, Object> data(List<Row> rows) {
        return Map.of("environments", rows.stream().map(EnvironmentList::data).toList());
    }

    static Map<String, Object> data(Row row) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", row.request().name());
        row.purpose().ifPresent(text -> data.put("purpose", text));
        data.put("enabled", row.enabled());
        data.put("directory", row.request().directory().toString());
        data.put("inputs", row.request().inputs().summary());
        row.standing().ifPresent(state -> putState(data, state));
        return data;
    }

    static void putState(Map<String, Object> data, EnvironmentState state) {
        data.put("python", state.runtime().version().toString());
        data.put("runtime", state.runtime().name());
        data.put("generation", state.generation());
        data.put("created", state.created().toString());
        data.put("fingerprint", state.fingerprint());
        data.put("packages", state.packages());
    }

    static List<String> lines(List<Row> rows) {
        List<String> lines = new ArrayList<>();
        int widest = rows.stream()
                .mapToInt(row -> row.request().name().length())
                .max()
                .orElse(0);
        for (Row row : rows) {
            String name = row.request().name();
            lines.add(name + " ".repeat(widest - name.length()) + "  " + (row.enabled() ? "" : "(disabled) ")
                    + row.purpose().map(text -> text + ": ").orElse("")
                    + row.request().directory() + ", "
                    + row.standing().map(EnvironmentState::summary).orElse("not made yet"));
        }
        if (rows.isEmpty()) {
            lines.add("This project has no environments.");
        }
        return lines;
    }
}
