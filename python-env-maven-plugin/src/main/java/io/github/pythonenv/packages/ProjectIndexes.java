package io.github.pythonenv.packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The indexes that a project names for single packages ({@code explicit = true}), which {@code uv pip} would not ask.
 */
final class ProjectIndexes {

    private ProjectIndexes() {}

    /**
     * Variables that have uv ask the indexes of the lock that its project names itself, with those configured here. All
     * of them may be asked for every package, since only what has the lock's hash is taken.
     *
     * @param torch where those of PyTorch are, if not where the lock says
     */
    static Map<String, String> of(
            UvLock lock, UvLockFile file, Optional<TorchWheels> torch, Map<String, String> variables) {
        List<String> used = file.registries().stream().map(IndexInForce::plain).toList();
        String indexes = UvConfiguration.ofProject(lock.root())
                .map(configuration -> configuration.namedIndexes().entrySet().stream()
                        .filter(index -> used.contains(IndexInForce.plain(index.getValue())))
                        .map(index -> index.getKey() + "=" + TorchWheels.inPlaceOf(index.getValue(), torch))
                        .collect(Collectors.joining(" ")))
                .orElse("");
        if (indexes.isEmpty()) {
            return Map.of();
        }
        Map<String, String> more = new TreeMap<>();
        more.put(
                "UV_INDEX",
                Stream.of(Optional.ofNullable(variables.get("UV_INDEX")).orElse(""), indexes)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" ")));
        more.put("UV_INDEX_STRATEGY", "unsafe-best-match");
        return more;
    }
}
