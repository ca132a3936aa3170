package io.github.pythonenv.runtime;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The archives of python-build-standalone as uv lists them, made into entries of the catalogue.
 *
 * @param list uv's {@code download-metadata.json}
 */
record StandaloneList(JsonNode list) {
    /** What is older gets no fixes any more. */
    private static final int OLDEST_MINOR = 10;

    private static final Map<String, String> SYSTEMS =
            Map.of("linux", "linux", "darwin", "macos", "windows", "windows");
    private static final Set<String> CPUS = Set.of("x86_64", "aarch64");
    private static final Set<String> LIBRARIES = Set.of("gnu", "musl", "none");

    /**
     * The entries, the newest first.
     *
     * @param kept what is listed of these versions stays in; of every series, the newest comes to it
     */
    List<ObjectNode> entries(Set<PythonVersion> kept) {
        Map<String, PythonVersion> newest = new HashMap<>();
        usable().map(StandaloneList::version)
                .filter(version -> version.minor() >= OLDEST_MINOR)
                .forEach(version -> newest.merge(
                        version.series(), version, (one, other) -> one.compareTo(other) > 0 ? one : other));
        Predicate<PythonVersion> wanted = version -> kept.contains(version) || newest.containsValue(version);
        return usable().filter(one -> wanted.test(version(one)))
                .sorted(Comparator.comparing(StandaloneList::version, Comparator.reverseOrder())
                        .thenComparing(StandaloneList::platform)
                        .thenComparing(one -> one.get("libc").asString()))
                .map(StandaloneList::entry)
                .collect(Collectors.toList());
    }

    /** Releases for the platforms that we know, without features that not every CPU has and without variants. */
    private Stream<JsonNode> usable() {
        return list.valueStream()
                .filter(one -> one.get("name").asString().equals("cpython")
                        && one.get("prerelease").asString().isEmpty()
                        && one.get("variant").isNull()
                        && one.get("arch").get("variant").isNull()
                        && CPUS.contains(one.get("arch").get("family").asString())
                        && SYSTEMS.containsKey(one.get("os").asString())
                        && LIBRARIES.contains(one.get("libc").asString()));
    }

    private static PythonVersion version(JsonNode one) {
        return new PythonVersion(
                one.get("major").asInt(),
                one.get("minor").asInt(),
                one.get("patch").asInt());
    }

    private static String platform(JsonNode one) {
        return Optional.ofNullable(SYSTEMS.get(one.get("os").asString())).orElseThrow() + "-"
                + one.get("arch").get("family").asString();
    }

    /** What these archives need is not in the list: the documentation of python-build-standalone says it. */
    private static ObjectNode entry(JsonNode one) {
        ObjectNode entry = JsonMapper.shared().createObjectNode();
        entry.put("version", version(one).toString());
        entry.put("platform", platform(one));
        entry.put("url", one.get("url").asString());
        entry.put("sha256", one.get("sha256").asString());
        String libc = one.get("libc").asString();
        if (libc.equals("gnu")) {
            entry.put("minGlibc", "2.17");
            if (version(one).compareTo(new PythonVersion(3, 13, 0)) < 0) {
                entry.putArray("libraries").add("libcrypt.so.1");
            }
        } else if (libc.equals("musl")) {
            entry.put("libc", "musl");
        }
        return entry;
    }
}
