package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Generation;
import io.github.pythonenv.environment.RolledBack;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The generations of environments, for people and for programs.
 *
 * @param generations gives those of one environment, the newest first
 * @param windows whether the system is Windows
 */
record GenerationsText(Function<EnvironmentRequest, List<Generation>> generations, boolean windows) {

    /** What a rollback came to, or would, in a sentence. */
    static String line(EnvironmentRequest request, RolledBack done, boolean dryRun) {
        if (dryRun) {
            return request.directory() + " " + done.intent() + ".";
        }
        return request.directory() + " " + done.text() + "."
                + (done.now().held() ? " mvn python-env:rollback -Dpython-env.forward goes forward again." : "");
    }

    List<String> lines(List<EnvironmentRequest> requests, String prefix) {
        List<String> lines = new ArrayList<>();
        for (EnvironmentRequest request : requests) {
            List<Generation> all = generations.apply(request);
            lines.add(prefix + request.name() + ", " + request.directory() + (all.isEmpty() ? ": none yet" : ":"));
            for (Generation one : all) {
                EnvironmentState state = one.state();
                lines.add(prefix + "  " + (one.standing() ? "* " : "  ") + one.number() + "  " + state.created() + "  "
                        + state.summary() + (one.standing() && state.held() ? ", held" : "")
                        + (state.why().isEmpty() ? "" : ": " + state.why()));
            }
        }
        return lines;
    }

    Map<String, Object> data(List<EnvironmentRequest> requests, Optional<RolledBack> done) {
        List<Map<String, Object>> environments = new ArrayList<>();
        for (EnvironmentRequest request : requests) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("environment", request.name());
            data.put("directory", request.directory().toString());
            done.flatMap(RolledBack::before).ifPresent(before -> data.put("from", before.generation()));
            done.ifPresent(back -> data.put("to", back.now().generation()));
            data.put(
                    "generations",
                    generations.apply(request).stream().map(this::data).toList());
            environments.add(data);
        }
        return Map.of("environments", environments);
    }

    private Map<String, Object> data(Generation one) {
        EnvironmentState state = one.state();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("generation", one.number());
        data.put("folder", one.folder().toString());
        data.put("standing", one.standing());
        data.put("held", one.standing() && state.held());
        data.put("created", state.created().toString());
        data.put("why", state.why());
        data.put("python", state.runtime().version().toString());
        Map<String, String> packages = new LinkedHashMap<>();
        VenvLayout layout = new VenvLayout(one.folder(), windows);
        for (InstalledPackage installed :
                SitePackages.of(layout, state.runtime().version().series()).packages()) {
            packages.put(installed.name(), installed.version());
        }
        data.put("packages", packages);
        return data;
    }
}
