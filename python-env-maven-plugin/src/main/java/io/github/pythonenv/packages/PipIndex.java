package io.github.pythonenv.packages;

import io.github.pythonenv.download.Credentials;
import io.github.pythonenv.download.Logins;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Has pip, which fetches uv, ask the index that a project names: where that is the only one in reach, nothing else needs
 * to be configured.
 */
public final class PipIndex {

    /** Says that the index is not the user's, so that theirs may be asked if it does not have uv. */
    static final String OURS = "PYTHON_ENV_PIP_INDEX";

    private PipIndex() {}

    /** The variables with that index, unless the user gave pip one in a variable, or a folder of wheels takes its place. */
    public static Map<String, String> in(Map<String, String> variables, InstallSettings settings, Logins logins) {
        boolean users = !variables.getOrDefault("PIP_INDEX_URL", "").isBlank()
                || !variables.getOrDefault("PIP_NO_INDEX", "").isBlank();
        if (users || settings.indexUrl().isEmpty() || settings.wheels().only()) {
            return variables;
        }
        Map<String, String> more = new TreeMap<>(variables);
        more.put("PIP_INDEX_URL", withCredentials(settings.indexUrl().get(), settings.access(), logins));
        more.put(OURS, "1");
        return more;
    }

    static Map<String, String> removedFrom(Map<String, String> variables) {
        Map<String, String> rest = new TreeMap<>(variables);
        rest.remove("PIP_INDEX_URL");
        rest.remove(OURS);
        return rest;
    }

    private static String withCredentials(String url, IndexAccess access, Logins logins) {
        Optional<Credentials> known = IndexCredentials.ofDefault(url, access, logins);
        if (known.isEmpty() || url.contains("@")) {
            return url;
        }
        return url.replace("://", "://" + known.get().inUrl() + "@");
    }
}
