package io.github.pythonenv.packages;

import io.github.pythonenv.download.Credentials;
import io.github.pythonenv.download.Logins;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hands user names and passwords for indexes to uv, in variables of its own for each. They are listed under the name of
 * the index, or under its host; what the user gave uv wins.
 */
public final class IndexCredentials {

    private IndexCredentials() {}

    /**
     * Adds them.
     *
     * @param variables those that uv will get; the indexes that the settings name need not be in them yet
     * @param project the folder of the project, whose configuration may name indexes, too
     */
    public static Map<String, String> addedTo(
            Map<String, String> variables, InstallSettings settings, Path project, Logins logins) {
        Map<String, String> completed = new TreeMap<>(variables);
        indexes(variables, settings, project).forEach((name, url) -> {
            Optional<Credentials> known = credentials(name, url, settings.access(), logins);
            String variable = IndexNames.variable(name);
            if (known.isPresent() && !completed.containsKey(variable + "_PASSWORD") && !url.contains("@")) {
                completed.put(variable + "_USERNAME", known.get().user());
                completed.put(variable + "_PASSWORD", known.get().password());
            }
        });
        return completed;
    }

    /** All that have a name. */
    private static Map<String, String> indexes(Map<String, String> variables, InstallSettings settings, Path project) {
        Map<String, String> indexes = new LinkedHashMap<>();
        UvConfiguration.inForce(project, variables)
                .forEach(file -> file.allIndexes().forEach(indexes::putIfAbsent));
        IndexNames.in(settings.indexVariables(variables)).stream()
                .filter(index -> !index.name().isEmpty())
                .forEach(index -> indexes.put(index.name(), index.url()));
        return indexes;
    }

    private static Optional<Credentials> credentials(String name, String url, IndexAccess access, Logins logins) {
        return name.equals(InstallSettings.DEFAULT_INDEX)
                ? ofDefault(url, access, logins)
                : logins.named(name).or(() -> ofHost(url, logins));
    }

    /** Those of the default index, if the settings name it. */
    static Optional<Credentials> ofDefault(String url, IndexAccess access, Logins logins) {
        return listed(access.server(), url, logins);
    }

    /**
     * Those for an address.
     *
     * @param server the name under which they are listed; else the address's host is
     */
    static Optional<Credentials> listed(Optional<String> server, String url, Logins logins) {
        return server.flatMap(logins::named).or(() -> ofHost(url, logins));
    }

    private static Optional<Credentials> ofHost(String url, Logins logins) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() == null ? Optional.empty() : logins.forUri(uri);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
