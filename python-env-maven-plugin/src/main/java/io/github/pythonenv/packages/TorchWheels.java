package io.github.pythonenv.packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which wheels of PyTorch and its relatives are taken. Source: uv's documentation, "Using uv with PyTorch".
 *
 * @param indexes names of PyTorch's indexes, the best first
 * @param backend the value of uv's {@code --torch-backend}
 * @param variables what uv is told beside it
 * @param addresses where the indexes are
 * @param packages the names of the packages that come from them
 * @param reason why these, a phrase for a person
 * @param warning what a person should know of it
 */
public record TorchWheels(
        List<String> indexes,
        String backend,
        Map<String, String> variables,
        TorchAddresses addresses,
        List<String> packages,
        String reason,
        Optional<String> warning) {

    public TorchWheels {
        indexes = List.copyOf(indexes);
        variables = Map.copyOf(variables);
        packages = List.copyOf(packages);
    }

    /** The canonical text of what decides the result. */
    String describe() {
        return backend + " " + new TreeMap<>(variables) + " " + addresses;
    }

    /** The same for a lock, of which one part was chosen: what else would fit changes nothing. */
    public TorchWheels chosen(String index) {
        return new TorchWheels(List.of(index), index, Map.of(), addresses, packages, reason, warning);
    }

    /** The address that takes the place of one that a lock has; the same where nothing does. */
    static String inPlaceOf(String address, Optional<TorchWheels> torch) {
        return torch.map(wheels -> wheels.addresses().inPlaceOf(address)).orElse(address);
    }

    /** The address of the index of PyTorch's that an address of a lock is in; nothing where it is in none. */
    static Optional<String> indexOf(String address, Optional<TorchWheels> torch) {
        return torch.flatMap(wheels -> wheels.addresses().indexOf(address));
    }

    /** Whether uv's option serves: it knows PyTorch's own addresses only. */
    boolean byOption() {
        return indexes.stream().allMatch(name -> addresses.of(name).isEmpty());
    }
}
