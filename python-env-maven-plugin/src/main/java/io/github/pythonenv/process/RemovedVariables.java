package io.github.pythonenv.process;

import java.util.Set;

/** The table. */
final class RemovedVariables {
    private static final Set<String> NAMES = Set.of(
            "UV_SYSTEM_PYTHON",
            "UV_TARGET",
            "UV_PREFIX",
            "UV_FROZEN",
            "UV_LOCKED",
            "UV_NO_SYNC",
            "UV_NO_VERIFY_HASHES",
            "UV_INSECURE_NO_ZIP_VALIDATION",
            "PIP_TARGET",
            "PIP_PREFIX",
            "PIP_USER",
            "PIP_REQUIRE_VIRTUALENV",
            "VIRTUAL_ENV",
            "LD_PRELOAD",
            "__PYVENV_LAUNCHER__");
    private static final Set<String> PREFIXES = Set.of("UV_PROJECT", "UV_WORKING_DIR", "UV_PYTHON", "PYTHON", "CONDA_");

    private RemovedVariables() {}

    static boolean contains(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
