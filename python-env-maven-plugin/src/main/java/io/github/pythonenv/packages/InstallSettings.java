package io.github.pythonenv.packages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
 * @param locks how locks are used and made
 * @param access how indexes are reached
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
        LockSettings locks,
        IndexAccess access,
        Duration deadline,
        Optional<TorchWheels> torch) {

    /** The name that the configured default index has for uv. */
    static final String DEFAULT_INDEX = "python-env-default";

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

    /** Without folders of wheels, with what is usual for locks, and where nobody asked for wheels of PyTorch. */
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
                LockSettings.USUAL,
                IndexAccess.USUAL,
                deadline,
                Optional.<TorchWheels>empty());
    }

    /** The same with folders of wheels. */
    public InstallSettings with(LocalWheels folders) {
        return with(folders, locks, access, torch);
    }

    /** The same with other settings for locks. */
    public InstallSettings with(LockSettings others) {
        return with(wheels, others, access, torch);
    }

    /** The same with other ways to reach indexes. */
    public InstallSettings with(IndexAccess other) {
        return with(wheels, locks, other, torch);
    }

    /** The same settings, and these wheels of PyTorch. */
    public InstallSettings with(TorchWheels chosen) {
        return with(wheels, locks, access, Optional.of(chosen));
    }

    private InstallSettings with(
            LocalWheels folders, LockSettings others, IndexAccess other, Optional<TorchWheels> chosen) {
        return new InstallSettings(
                indexUrl,
                extraIndexUrls,
                folders,
                linkMode,
                compileBytecode,
                offline,
                upgrade,
                others,
                other,
                deadline,
                chosen);
    }

    /** The canonical text of what decides the result; part of the fingerprint. Without credentials. */
    public String describe() {
        String text = "index " + indexUrl + " extra " + extraIndexUrls + " link " + linkMode + " compile "
                + compileBytecode + wheels.describe() + locks.describe() + access.describe();
        return Credentials.hidden(
                torch.isPresent() ? text + " torch " + torch.get().describe() : text);
    }

    /**
     * The variables that name indexes, over those in an environment. Each has a name, since it is by that that uv is told
     * of credentials.
     */
    Map<String, String> indexVariables(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>();
        Stream.of("UV_DEFAULT_INDEX", "UV_INDEX")
                .filter(environment::containsKey)
                .forEach(name -> variables.put(name, environment.get(name)));
        indexUrl.ifPresent(url -> variables.put("UV_DEFAULT_INDEX", DEFAULT_INDEX + "=" + url));
        List<String> more = new ArrayList<>();
        new TreeMap<>(access.named()).forEach((name, url) -> more.add(name + "=" + url));
        for (String url : extraIndexUrls) {
            more.add("python-env-" + (more.size() + 1) + "=" + url);
        }
        if (!more.isEmpty()) {
            more.add(variables.getOrDefault("UV_INDEX", ""));
            variables.put("UV_INDEX", String.join(" ", more).strip());
        }
        return variables;
    }

    /** The variables that tell uv, so that no credential in a URL stands on a command line. */
    Map<String, String> addedTo(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.keySet().removeAll(DECIDED_HERE);
        if (indexUrl.isPresent()) {
            variables.remove("UV_INDEX_URL");
        }
        variables.putAll(indexVariables(environment));
        wheels.addTo(variables);
        linkMode.ifPresent(mode -> variables.put("UV_LINK_MODE", mode));
        if (compileBytecode) {
            variables.put("UV_COMPILE_BYTECODE", "1");
        }
        if (offline) {
            variables.put("UV_OFFLINE", "1");
        }
        locks.addTo(variables);
        variables.put("UV_NO_PROGRESS", "1");
        variables.put("UV_PYTHON_DOWNLOADS", "never");
        return variables;
    }
}
