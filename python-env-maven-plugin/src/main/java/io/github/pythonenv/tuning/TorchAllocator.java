package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options of torch's GPU allocator. torch does not start its GPU part with one that it does not know, so only those
 * are written that its version has. Source: torch's documentation, "CUDA semantics", "Optimizing memory usage", of the
 * versions named.
 */
final class TorchAllocator {

    /** Since 2.11 there is one variable for all accelerators. */
    private static final Version ONE_VARIABLE = Version.of("2.11");

    static final String OLD_VARIABLE = "PYTORCH_CUDA_ALLOC_CONF";
    static final String NEW_VARIABLE = "PYTORCH_ALLOC_CONF";

    /** Each with the first version that has it, and a pattern of its values. */
    private static final Map<String, Key> KEYS = new TreeMap<>(Map.of(
            "max_split_size_mb", new Key("1.10", "[1-9][0-9]*"),
            "garbage_collection_threshold", new Key("1.12", "0\\.[0-9]*[1-9][0-9]*"),
            "roundup_power2_divisions", new Key("1.13", "[0-9]+|\\[[0-9:,>]+]"),
            "backend", new Key("2.0", "native|cudaMallocAsync"),
            "expandable_segments", new Key("2.1", "True|False"),
            "max_non_split_rounding_mb", new Key("2.6", "[1-9][0-9]*"),
            "pinned_use_background_threads", new Key("2.6", "True|False")));

    private record Key(String since, String values) {}

    private TorchAllocator() {}

    /** The variable that a version of torch reads. */
    static String variable(Version torch) {
        return torch.atLeast(ONE_VARIABLE) ? NEW_VARIABLE : OLD_VARIABLE;
    }

    /** Whether a version of torch has an option. */
    static boolean knows(Version torch, String key) {
        Key known = KEYS.get(key);
        return known != null && torch.atLeast(Version.of(known.since));
    }

    /** The version that an option came with. */
    static String since(String key) {
        Key known = KEYS.get(key);
        return known == null ? "" : known.since;
    }

    /** As torch spells a value: JSON's {@code true} is its {@code True}. */
    static String spelled(String value) {
        return value.equals("true") ? "True" : value.equals("false") ? "False" : value;
    }

    /** @throws UserFailure where no version of torch has that option, or it does not take that value */
    static void check(String key, String value) {
        Key known = KEYS.get(key);
        if (known == null) {
            throw new UserFailure(
                    "cuda.allocator has the key '" + key + "', which torch's allocator does not know.",
                    "It knows " + String.join(", ", KEYS.keySet()) + ".");
        }
        if (!spelled(value).matches(known.values)) {
            throw new UserFailure(
                    "cuda.allocator." + key + " is '" + value + "', which torch would not take.",
                    "See torch's documentation, \"CUDA semantics\", \"Optimizing memory usage\".");
        }
    }
}
