package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What was asked of GPU memory and arithmetic: key {@code cuda} of the settings. It holds for ROCm, too, where
 * libraries call their GPU functions by the same names.
 *
 * @param memoryFraction the part of a GPU's memory that one program may take, above 0 and up to 1
 * @param allowGrowth whether memory is taken as it is needed rather than at once
 * @param tf32 whether matrix products of 32-bit numbers may use tensor cores with shorter mantissas (TF32)
 * @param allocator options of torch's allocator, by the names that torch has for them
 */
public record GpuSettings(
        OptionalDouble memoryFraction,
        Optional<Boolean> allowGrowth,
        Optional<Boolean> tf32,
        Map<String, String> allocator) {

    /** Nothing was asked. */
    public static final GpuSettings NONE =
            new GpuSettings(OptionalDouble.empty(), Optional.empty(), Optional.empty(), Map.of());

    public GpuSettings {
        allocator = Collections.unmodifiableMap(new TreeMap<>(allocator));
        if (memoryFraction.isPresent() && !(memoryFraction.getAsDouble() > 0 && memoryFraction.getAsDouble() <= 1)) {
            throw new UserFailure(
                    "cuda.memory_fraction is " + memoryFraction.getAsDouble() + ".",
                    "Take a number above 0 and up to 1: 0.9 is nine tenths of a GPU's memory.");
        }
        allocator.forEach(TorchAllocator::check);
    }

    /** Whether anything was asked. */
    public boolean any() {
        return !equals(NONE);
    }
}
