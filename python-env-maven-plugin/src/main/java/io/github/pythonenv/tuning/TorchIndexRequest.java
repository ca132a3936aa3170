package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where PyTorch's wheels come from, if not from PyTorch's own indexes.
 *
 * @param mirror what takes the place of the beginning that all of those have in common, so that the index's name follows
 * @param indexes the addresses of single indexes, by name ({@code cpu}, {@code cu126}, {@code rocm6.4}, {@code xpu})
 */
public record TorchIndexRequest(Optional<String> mirror, Map<String, String> indexes) {

    /** PyTorch's own. */
    public static final TorchIndexRequest DEFAULT = new TorchIndexRequest(Optional.empty(), Map.of());

    public TorchIndexRequest {
        indexes = Collections.unmodifiableMap(new TreeMap<>(indexes));
        mirror.ifPresent(address -> check("torchMirror", address));
        indexes.forEach((name, address) -> check("torchIndexes." + name, address));
    }

    private static void check(String key, String address) {
        if (!address.matches("(https?|file)://.+")) {
            throw new UserFailure(
                    key + " is '" + address + "', which is no address of an index.",
                    "Begin it with https://, http:// or file://.");
        }
        if (address.matches("[a-z]+://[^/]*@.*")) {
            throw new UserFailure(
                    key + " has a user name in it, which would be written to files and logs.",
                    "Take it out, and put the credentials into ~/.netrc.");
        }
    }

    /** Whether PyTorch's own indexes are asked. */
    public boolean isDefault() {
        return mirror.isEmpty() && indexes.isEmpty();
    }
}
