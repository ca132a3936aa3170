package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An index that a lock names.
 *
 * @param name how the project calls it; credentials in variables go by it
 * @param url its address; it may hold variables such as {@code ${TOKEN}}
 * @param main whether it takes the place of the default index, unless another one is set on this machine
 */
public record LockIndex(String name, String url, boolean main) {

    /**
     * The variables that have uv ask them. Where an index is set on this machine, it serves in place of the main one.
     *
     * @param inForce what is set here
     * @param variables the environment of uv
     */
    static Map<String, String> variables(List<LockIndex> indexes, IndexInForce inForce, Map<String, String> variables) {
        Map<String, String> more = new TreeMap<>();
        List<String> further = new ArrayList<>();
        for (LockIndex index : indexes) {
            String url = RequirementSyntax.expanded(index.url, variables);
            String named = index.name.replaceAll("[^A-Za-z0-9_-]", "-") + "=" + url;
            if (!index.main && inForce.asks()) {
                further.add(named);
            } else if (index.main && inForce.url().isEmpty()) {
                more.put("UV_DEFAULT_INDEX", named);
            }
        }
        if (!further.isEmpty()) {
            more.put(
                    "UV_INDEX",
                    Stream.concat(Optional.ofNullable(variables.get("UV_INDEX")).stream(), further.stream())
                            .filter(text -> !text.isBlank())
                            .collect(Collectors.joining(" ")));
            // All of them may be asked for every package, since only what has the lock's hash is taken.
            more.put("UV_INDEX_STRATEGY", "unsafe-best-match");
        }
        return more;
    }
}
