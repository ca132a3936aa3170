package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.tuning.AcceleratorRequest;
import io.github.pythonenv.tuning.CacheSettings;
import io.github.pythonenv.tuning.GpuSelection;
import io.github.pythonenv.tuning.GpuSettings;
import io.github.pythonenv.tuning.MemorySettings;
import io.github.pythonenv.tuning.Optimization;
import io.github.pythonenv.tuning.PythonSettings;
import io.github.pythonenv.tuning.ThreadSettings;
import io.github.pythonenv.tuning.TorchIndexRequest;
import io.github.pythonenv.tuning.TuningRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What settings say of the use of the hardware. */
final class TuningRequests {

    private static final Set<Setting> OPTIMIZATION = EnumSet.range(Setting.OPTIMIZATION_ENABLED, Setting.HASH_SEED);

    private TuningRequests() {}

    /**
     * The request.
     *
     * @param project what relative folders refer to
     * @throws UserFailure where a value is none that its setting takes
     */
    static TuningRequest of(Settings set, Path project) {
        return new TuningRequest(
                set.text(Setting.ACCELERATOR).map(AcceleratorRequest::parse).orElse(AcceleratorRequest.UNSET),
                gpus(set.texts(Setting.GPUS)),
                optimization(set, project),
                new TorchIndexRequest(set.text(Setting.TORCH_MIRROR), set.textByName(Setting.TORCH_INDEXES)));
    }

    /** Where nothing was asked, the same one each time, which an up-to-date build can tell without comparing. */
    private static Optimization optimization(Settings set, Path project) {
        return OPTIMIZATION.stream().noneMatch(set::has)
                ? Optimization.DEFAULT
                : new Optimization(
                        set.yes(Setting.OPTIMIZATION_ENABLED, true),
                        memory(set),
                        new ThreadSettings(
                                set.text(Setting.MAX_WORKERS)
                                        .map(ThreadSettings::workers)
                                        .orElse(ThreadSettings.AUTO),
                                set.text(Setting.THREAD_AFFINITY)
                                        .map(ThreadSettings.Affinity::parse)
                                        .orElse(ThreadSettings.Affinity.UNSET)),
                        new GpuSettings(
                                fraction(set),
                                set.yes(Setting.ALLOW_GROWTH),
                                set.yes(Setting.TF32),
                                set.textByName(Setting.ALLOCATOR)),
                        set.text(Setting.CACHES)
                                .map(place -> CacheSettings.parse(place, project))
                                .orElse(CacheSettings.NONE),
                        new PythonSettings(
                                set.yes(Setting.UNBUFFERED),
                                set.yes(Setting.FAULT_HANDLER),
                                set.yes(Setting.DONT_WRITE_BYTECODE),
                                set.text(Setting.HASH_SEED)),
                        set.yes(Setting.APPLY_AT_STARTUP, false));
    }

    private static GpuSelection gpus(List<String> devices) {
        return devices.isEmpty() ? GpuSelection.UNSET : GpuSelection.parse(String.join(",", devices));
    }

    private static MemorySettings memory(Settings set) {
        List<Integer> thresholds = new ArrayList<>();
        for (String threshold : set.texts(Setting.GC_THRESHOLD)) {
            if (!threshold.matches("[0-9]{1,9}")) {
                throw new UserFailure(
                        Setting.GC_THRESHOLD.path() + " has '" + threshold + "', which is no number of objects.",
                        "Give one to three whole numbers, such as [700, 10, 10].");
            }
            thresholds.add(Integer.valueOf(threshold));
        }
        return new MemorySettings(
                thresholds,
                bytes(set, Setting.MALLOC_TRIM_THRESHOLD),
                bytes(set, Setting.MALLOC_MMAP_THRESHOLD),
                set.has(Setting.MALLOC_ARENA_MAX)
                        ? OptionalInt.of(set.number(Setting.MALLOC_ARENA_MAX, 0))
                        : OptionalInt.empty());
    }

    private static OptionalLong bytes(Settings set, Setting setting) {
        return set.text(setting).stream()
                .mapToLong(text -> MemorySettings.bytes(setting.path(), text))
                .findFirst();
    }

    private static OptionalDouble fraction(Settings set) {
        return set.text(Setting.MEMORY_FRACTION).stream()
                .mapToDouble(text -> {
                    try {
                        return Double.parseDouble(text);
                    } catch (NumberFormatException e) {
                        throw new UserFailure(
                                Setting.MEMORY_FRACTION.path() + " is '" + text + "', which is no number.",
                                "Take a number above 0 and up to 1: 0.9 is nine tenths of a GPU's memory.",
                                e);
                    }
                })
                .findFirst();
    }
}
