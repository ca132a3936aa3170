package io.github.pythonenv.validation;

import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.tuning.Accelerator;
import io.github.pythonenv.validation.Trial.Works;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What is measured of an environment, by an interpreter of it that is started with one set of variables or another.
 *
 * @param skipped takes what there is nothing to measure of, with the reason
 */
record Measurements(Subject subject, Installed installed, Trials trials, List<Evidence> skipped) {

    private static final int HEAVIEST = 3;

    /** Each of them starts the interpreter that it is given, once or more. */
    List<Function<Python, List<Reading>>> all() {
        List<Function<Python, List<Reading>>> all = new ArrayList<>();
        all.add(Measurements::start);
        all.add(Measurements::cpu);
        all.add(Measurements::scaling);
        if (has("numpy")) {
            all.add(Measurements::bandwidth);
        } else {
            skipped.add(new Evidence("memory bandwidth through numpy", "numpy is not installed."));
        }
        List<Trial> heaviest = heaviest();
        if (heaviest.isEmpty()) {
            skipped.add(new Evidence("imports", "There is no module to import."));
        } else {
            all.add(python -> imports(python, heaviest));
        }
        whyNoGpu()
                .ifPresentOrElse(reason -> skipped.add(new Evidence("GPU", reason)), () -> all.add(Measurements::gpu));
        return all;
    }

    private boolean has(String name) {
        return installed.packages().stream().map(InstalledPackage::normalName).anyMatch(name::equals);
    }

    private static List<Reading> start(Python python) {
        return List.of(new Reading(
                "Interpreter start", new Figure("start", python.milliseconds(List.of("-I", "-c", "pass")), "ms")));
    }

    private static List<Reading> cpu(Python python) {
        return List.of(
                new Reading("Pure Python", figure("cpu", python.ask("cpu.py").path("rate"), "ops/s")));
    }

    private static List<Reading> scaling(Python python) {
        JsonNode facts = python.ask("scaling.py");
        double one = Math.max(1, facts.path("single").asDouble(1));
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading("Memory copy", figure("memory.copy", facts.path("copied"), "bytes/s")));
        readings.add(new Reading(
                facts.path("threads").asInt(1) + " threads to one",
                new Figure("threads.scaling", facts.path("together").asDouble(0) / one, "x")));
        if (facts.path("retained").isNumber()) {
            readings.add(new Reading(
                    "Memory kept after freeing", figure("memory.retained", facts.path("retained"), "bytes")));
        }
        if (facts.path("multiplied").isNumber()) {
            readings.add(new Reading("Matrix product of numpy", figure("matmul", facts.path("multiplied"), "flop/s")));
        }
        return readings;
    }

    private static List<Reading> bandwidth(Python python) {
        return List.of(new Reading(
                "Memory bandwidth through numpy",
                figure("memory.numpy", python.ask("bandwidth.py").path("moved"), "bytes/s")));
    }

    private List<Trial> heaviest() {
        return trials.top().stream()
                .filter(Trial::works)
                .sorted(Comparator.comparingDouble(Measurements::milliseconds).reversed())
                .limit(HEAVIEST)
                .toList();
    }

    private List<Reading> imports(Python python, List<Trial> modules) {
        Imports alone = new Imports(python, subject.settings().modules(), 1);
        List<Reading> readings = new ArrayList<>();
        for (Trial module : modules) {
            alone.of(Map.of(module.distribution(), List.of(module.target()))).stream()
                    .filter(Trial::works)
                    .map(again -> new Reading(
                            "Import of " + again.target(),
                            new Figure("import." + again.target(), milliseconds(again), "ms")))
                    .forEach(readings::add);
        }
        return readings;
    }

    /** Why nothing is measured of a GPU; nothing where it can be. */
    private Optional<String> whyNoGpu() {
        if (subject.detection().get().accelerator() instanceof Accelerator.None none) {
            return Optional.of(none.explanation());
        }
        if (!has("torch")) {
            return Optional.of("It is measured with torch, and torch is not installed.");
        }
        JsonNode seen = subject.python().with(subject.tuning()).ask("gpu_speed.py", "look");
        return seen.path("reason").isString() ? Optional.of(seen.path("reason").asString("")) : Optional.empty();
    }

    private static List<Reading> gpu(Python python) {
        JsonNode facts = python.ask("gpu_speed.py", "measure");
        return List.of(
                new Reading("Matrix product on the GPU", figure("gpu.matmul", facts.path("multiplied"), "flop/s")),
                new Reading("Memory copy on the GPU", figure("gpu.copy", facts.path("copied"), "bytes/s")));
    }

    private static Figure figure(String id, JsonNode value, String unit) {
        return new Figure(id, value.asDouble(0), unit);
    }

    private static double milliseconds(Trial trial) {
        return trial.result() instanceof Works works ? works.milliseconds() : 0;
    }
}
