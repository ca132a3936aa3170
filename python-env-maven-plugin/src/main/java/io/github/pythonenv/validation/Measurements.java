package io.github.pythonenv.validation;

import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.tuning.Accelerator;
import java.util.ArrayList;
import java.util.List;
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
        List<Trial> heaviest = trials.heaviest(HEAVIEST);
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

    static List<Reading> cpu(Python python) {
        return List.of(new Reading("Pure Python", figure("cpu", python.ask("cpu.py"), "rate", "ops/s")));
    }

    /** How memory and threads serve. What the system does not tell, or wants a numpy that is not there, is left out. */
    static List<Reading> scaling(Python python) {
        JsonNode facts = python.ask("scaling.py");
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading("Memory copy", figure("memory.copy", facts, "copied", "bytes/s")));
        readings.add(new Reading(
                (int) number(facts, "threads") + " threads to one",
                new Figure("threads.scaling", number(facts, "together") / Math.max(1, number(facts, "single")), "x")));
        if (facts.path("retained").isNumber()) {
            readings.add(
                    new Reading("Memory kept after freeing", figure("memory.retained", facts, "retained", "bytes")));
        }
        if (facts.path("multiplied").isNumber()) {
            readings.add(new Reading("Matrix product of numpy", figure("matmul", facts, "multiplied", "flop/s")));
        }
        return readings;
    }

    private static List<Reading> bandwidth(Python python) {
        return List.of(new Reading(
                "Memory bandwidth through numpy",
                figure("memory.numpy", python.ask("bandwidth.py"), "moved", "bytes/s")));
    }

    private List<Reading> imports(Python python, List<Trial> modules) {
        List<Reading> readings = new ArrayList<>();
        for (Trial module : modules) {
            trials.alone(python, module)
                    .ifPresent(milliseconds -> readings.add(new Reading(
                            "Import of " + module.target(),
                            new Figure("import." + module.target(), milliseconds, "ms"))));
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
                new Reading("Matrix product on the GPU", figure("gpu.matmul", facts, "multiplied", "flop/s")),
                new Reading("Memory copy on the GPU", figure("gpu.copy", facts, "copied", "bytes/s")));
    }

    private static Figure figure(String id, JsonNode facts, String name, String unit) {
        return new Figure(id, number(facts, name), unit);
    }

    private static double number(JsonNode facts, String name) {
        JsonNode value = facts.path(name);
        if (!value.isNumber()) {
            throw new IllegalStateException("a script of ours did not measure " + name + ": " + facts);
        }
        return value.asDouble();
    }
}
