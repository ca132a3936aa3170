package io.github.pythonenv.tuning;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings for programs in an environment, each with its reason.
 *
 * @param settings what is set
 * @param withheld what would be set, and why it is not
 * @param contradictions what does not go together
 * @param folders folders that have to be there, and whether they are shared by a group
 */
public record Tuning(
        List<Setting> settings,
        List<Withheld> withheld,
        List<Contradiction> contradictions,
        Map<Path, Boolean> folders) {

    /** Nothing is set. */
    public static final Tuning NONE = new Tuning(List.of(), List.of(), List.of(), Map.of());

    public Tuning {
        settings = List.copyOf(settings);
        withheld = List.copyOf(withheld);
        contradictions = List.copyOf(contradictions);
        folders = Collections.unmodifiableMap(new LinkedHashMap<>(folders));
    }

    /** Works out what to set. Pure, but for the GPUs, which are looked for where something depends on them. */
    public static Tuning of(TuningRequest request, Surroundings surroundings) {
        Optimization asked = request.optimization();
        if (!asked.enabled()) {
            return NONE;
        }
        Settings settings = new Settings(surroundings, asked.applyAtStartup());
        new ThreadTuning(surroundings, settings).add(asked.threads());
        new MemoryTuning(surroundings, settings).add(asked.memory());
        new GpuTuning(surroundings, settings).add(asked.gpu());
        new VisibleGpus(surroundings, settings).add(request.gpus());
        new CacheTuning(surroundings, settings).add(asked.caches());
        PythonTuning.add(asked.python(), settings);
        new UserContradictions(surroundings, settings).add();
        return settings.tuning();
    }

    /** The variables, with what they give way to. */
    public List<Setting.Variable> assignments() {
        return settings.stream()
                .filter(Setting.Variable.class::isInstance)
                .map(Setting.Variable.class::cast)
                .toList();
    }

    /** The variables, sorted. They belong beneath the user's own: none that the user has set is among them. */
    public SortedMap<String, String> variables() {
        SortedMap<String, String> variables = new TreeMap<>();
        assignments().forEach(one -> variables.put(one.name(), one.value()));
        return variables;
    }
}
