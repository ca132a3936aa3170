package io.github.pythonenv.packages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How packages are installed.
 *
 * @param indexUrl the index in place of the default one
 * @param extraIndexUrls further indexes, asked before it
 * @param wheels folders on this machine that have wheels
 * @param linkMode how files get from uv's cache into an environment; uv chooses unless set
 * @param compileBytecode whether modules are compiled at once
 * @param offline whether nothing may be fetched
 * @param upgrade whether unpinned inputs are resolved anew
 * @param deadline the longest that one call of uv may take
 * @param torch which wheels of PyTorch are taken; those of the index unless somebody asked
 */
public record InstallSettings(
        Optional<String> indexUrl,
        List<String> extraIndexUrls,
        LocalWheels wheels,
        Optional<String> linkMode,
        boolean compileBytecode,
        boolean offline,
        boolean upgrade,
        Duration deadline,
        Optional<TorchWheels> torch) {

    /**
     * Variables by which uv would choose other packages of a lock, or make another environment, than it is told. Source:
     * uv's documentation, "Environment variables".
     */
    private static final Set<String> DECIDED_HERE = Set.of(
            "UV_DEV",
            "UV_NO_DEV",
            "UV_NO_GROUP",
            "UV_NO_DEFAULT_GROUPS",
            "UV_NO_EDITABLE",
            "UV_NO_INSTALL_PROJECT",
            "UV_NO_INSTALL_WORKSPACE",
            "UV_NO_INSTALL_LOCAL",
            "UV_ONLY_INSTALL_PROJECT",
            "UV_ONLY_INSTALL_WORKSPACE",
            "UV_ONLY_INSTALL_LOCAL",
            "UV_NO_INSTALLER_METADATA",
            "UV_NO_PROJECT",
            "UV_ISOLATED",
            "UV_VENV_SEED",
            "UV_VENV_CLEAR",
            "UV_VENV_RELOCATABLE",
            "UV_SHOW_RESOLUTION");

    public InstallSettings {
        extraIndexUrls = List.copyOf(extraIndexUrls);
    }

    /** Without folders of wheels, and where nobody asked for wheels of PyTorch. */
    public InstallSettings(
            Optional<String> indexUrl,
            List<String> extraIndexUrls,
            Optional<String> linkMode,
            boolean compileBytecode,
            boolean offline,
            boolean upgrade,
            Duration deadline) {
        this(
                indexUrl,
                extraIndexUrls,
                LocalWheels.NONE,
                linkMode,
                compileBytecode,
                offline,
                upgrade,
                deadline,
                Optional.<TorchWheels>empty());
    }

    /** The same with folders of wheels. */
    public InstallSettings with(LocalWheels folders) {
        return new InstallSettings(
                indexUrl, extraIndexUrls, folders, linkMode, compileBytecode, offline, upgrade, deadline, torch);
    }

    /** The same settings, and these wheels of PyTorch. */
    public InstallSettings with(TorchWheels chosen) {
        return new InstallSettings(
                indexUrl,
                extraIndexUrls,
                wheels,
                linkMode,
                compileBytecode,
                offline,
                upgrade,
                deadline,
                Optional.of(chosen));
    }

    /** The canonical text of what decides the result; part of the fingerprint. Without credentials. */
    public String describe() {
        String text = "index " + indexUrl + " extra " + extraIndexUrls + " link " + linkMode + " compile "
                + compileBytecode + wheels.describe();
        return Credentials.hidden(
                torch.isPresent() ? text + " torch " + torch.get().describe() : text);
    }

    /** The variables that tell uv, so that no credential in a URL stands on a command line. */
    Map<String, String> addedTo(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.keySet().removeAll(DECIDED_HERE);
        indexUrl.ifPresent(url -> {
            variables.remove("UV_INDEX_URL");
            variables.put("UV_DEFAULT_INDEX", url);
        });
        if (!extraIndexUrls.isEmpty()) {
            variables.put(
                    "UV_INDEX",
                    Stream.concat(extraIndexUrls.stream(), Optional.ofNullable(variables.get("UV_INDEX")).stream())
                            .collect(Collectors.joining(" ")));
        }
        wheels.addTo(variables);
        linkMode.ifPresent(mode -> variables.put("UV_LINK_MODE", mode));
        if (compileBytecode) {
            variables.put("UV_COMPILE_BYTECODE", "1");
        }
        if (offline) {
            variables.put("UV_OFFLINE", "1");
        }
        variables.put("UV_NO_PROGRESS", "1");
        variables.put("UV_PYTHON_DOWNLOADS", "never");
        return variables;
    }
}
