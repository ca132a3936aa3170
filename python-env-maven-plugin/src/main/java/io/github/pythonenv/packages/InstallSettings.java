package io.github.pythonenv.packages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How packages are installed.
 *
 * @param indexUrl the index in place of the default one
 * @param extraIndexUrls further indexes, asked before it
 * @param linkMode how files get from uv's cache into an environment; uv chooses unless set
 * @param compileBytecode whether modules are compiled at once
 * @param offline whether nothing may be fetched
 * @param upgrade whether unpinned inputs are resolved anew
 * @param deadline the longest that one call of uv may take
 */
public record InstallSettings(
        Optional<String> indexUrl,
        List<String> extraIndexUrls,
        Optional<String> linkMode,
        boolean compileBytecode,
        boolean offline,
        boolean upgrade,
        Duration deadline) {

    public InstallSettings {
        extraIndexUrls = List.copyOf(extraIndexUrls);
    }

    /** The canonical text of what decides the result; part of the fingerprint. */
    public String describe() {
        return "index " + indexUrl + " extra " + extraIndexUrls + " link " + linkMode + " compile " + compileBytecode;
    }

    /** The variables that tell uv, so that no credential in a URL stands on a command line. */
    Map<String, String> addedTo(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>(environment);
        indexUrl.ifPresent(url -> {
            variables.remove("UV_INDEX_URL");
            variables.put("UV_DEFAULT_INDEX", url);
        });
        if (!extraIndexUrls.isEmpty()) {
            variables.put("UV_INDEX", String.join(" ", extraIndexUrls));
        }
        linkMode.ifPresent(mode -> variables.put("UV_LINK_MODE", mode));
        variables.put("UV_COMPILE_BYTECODE", Boolean.toString(compileBytecode));
        if (offline) {
            variables.put("UV_OFFLINE", "1");
        }
        variables.put("UV_NO_PROGRESS", "1");
        variables.put("UV_PYTHON_DOWNLOADS", "never");
        return variables;
    }
}
