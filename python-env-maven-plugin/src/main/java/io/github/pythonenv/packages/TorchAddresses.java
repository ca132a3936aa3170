package io.github.pythonenv.packages;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where PyTorch's indexes are.
 *
 * @param base what the addresses of all of PyTorch's own begin with
 * @param mirror what takes its place
 * @param indexes the addresses of single indexes, by name
 */
public record TorchAddresses(String base, Optional<String> mirror, Map<String, String> indexes) {

    public TorchAddresses {
        indexes = Collections.unmodifiableMap(new TreeMap<>(indexes));
    }

    /** The address of an index that is not PyTorch's own: for that uv has an option. */
    Optional<String> of(String name) {
        String own = indexes.get(name);
        return own != null ? Optional.of(withoutSlash(own)) : mirror.map(address -> withoutSlash(address) + "/" + name);
    }

    private static String withoutSlash(String address) {
        return address.replaceFirst("/+$", "");
    }

    /** The address of the index that an address is in; nothing where it is in none of PyTorch's own. */
    Optional<String> indexOf(String address) {
        return address.startsWith(base + "/")
                ? Optional.of(base + "/" + address.substring(base.length() + 1).split("/", 2)[0])
                : Optional.empty();
    }

    /** The address that takes the place of one that a lock has; the same where nothing does. */
    String inPlaceOf(String address) {
        String plain = IndexInForce.plain(address);
        return plain.startsWith(base + "/")
                ? of(plain.substring(base.length() + 1)).orElse(address)
                : address;
    }
}
