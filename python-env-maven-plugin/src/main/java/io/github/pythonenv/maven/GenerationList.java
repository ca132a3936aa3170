package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Generation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The generations of an environment, for people and for programs.
 *
 * @param generations those that are on disk, the newest first
 */
record GenerationList(EnvironmentRequest request, List<Generation> generations) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Generation one : generations) {
            lines.add((one.standing() ? "* " : "  ") + one.number() + "  "
                    + one.state().created() + "  " + one.state().summary()
                    + (one.state().held() ? ", held" : ""));
        }
        if (generations.isEmpty()) {
            lines.add(request.directory() + " does not exist yet, so there are no generations.");
        }
        return lines;
    }

    Map<String, Object> data() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Generation one : generations) {
            Map<String, Object> generation = new LinkedHashMap<>();
            EnvironmentList.putState(generation, one.state());
            generation.put("standing", one.standing());
            generation.put("held", one.state().held());
            all.add(generation);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("environment", request.name());
        data.put("directory", request.directory().toString());
        data.put("generations", all);
        return data;
    }
}
