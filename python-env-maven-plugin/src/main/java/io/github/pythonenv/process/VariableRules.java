package io.github.pythonenv.process;

import java.util.Locale;
import java.util.Set;

/**
 * Which variables a child process must not inherit. The rule: what says where packages come from and how they are
 * fetched and built is the user's and stays; what says where they go, which Python, which project, which packages, or
 * that something need not be verified, is decided by us alone and goes.
 *
 * <p>From uv's list of environment variables (0.13), pip's options (26, each is also a variable) and CPython's.
 *
 * <p>Kept on purpose, since one could think otherwise:
 *
 * <ul>
 *   <li>{@code UV_CONFIG_FILE}, {@code UV_NO_CONFIG}, {@code PIP_CONFIG_FILE}: indexes and credentials stand there.
 *   <li>{@code UV_REQUIRE_HASHES}, {@code UV_REQUIRE_BUILD_HASHES}, {@code PIP_REQUIRE_HASHES}, {@code
 *       UV_MALWARE_CHECK}, {@code UV_EXCLUDE_NEWER}: rules of an organisation that make it stricter, never laxer.
 *   <li>{@code UV_INSECURE_HOST}, {@code PIP_TRUSTED_HOST}: how an index is reached; digests are checked all the same.
 *   <li>{@code UV_NO_BINARY}, {@code UV_NO_BUILD}, {@code PIP_ONLY_BINARY}, {@code UV_BUILD_CONSTRAINT}: build settings.
 *   <li>{@code UV_PREVIEW_FEATURES}: reading credentials from the system's own store is one of them.
 *   <li>{@code LD_LIBRARY_PATH}: CUDA installations depend on it.
 * </ul>
 */
final class VariableRules {

    private static final Set<String> REMOVED_PREFIXES = Set.of(
            // Which project: UV_PROJECT, UV_PROJECT_ENVIRONMENT; and from where: UV_WORKING_DIR, UV_WORKING_DIRECTORY.
            "UV_PROJECT",
            "UV_WORKING_DIR",
            // Which Python and where uv's own ones go: UV_PYTHON, _PREFERENCE, _DOWNLOADS, _INSTALL_*, _SEARCH_PATH …
            "UV_PYTHON",
            // How an environment is made: UV_VENV_CLEAR, UV_VENV_SEED, UV_VENV_RELOCATABLE.
            "UV_VENV_",
            // Which part of a lock: UV_NO_INSTALL_PROJECT, UV_NO_INSTALL_LOCAL …, UV_ONLY_INSTALL_PROJECT …
            "UV_NO_INSTALL_",
            "UV_ONLY_INSTALL_",
            // What tool commands use; ours need none of it.
            "UV_TOOL_",
            // Switches of uv's own tests, some of which change results.
            "UV_INTERNAL__",
            "UV_TEST_",
            // CPython's own (PYTHONPATH, PYTHONHOME, PYTHONSTARTUP …), and what CI sets to lead CMake to another Python
            // (pythonLocation, Python3_ROOT_DIR; names are compared without case).
            "PYTHON",
            // An active conda environment: uv takes it for the target, compilers for a place of headers.
            "CONDA_");

    private static final Set<String> REMOVED = Set.of(
            // Which Python.
            "UV_SYSTEM_PYTHON",
            "UV_MANAGED_PYTHON",
            "UV_NO_MANAGED_PYTHON",
            "UV_LIBC",
            "PIP_PYTHON",
            "PIP_PYTHON_VERSION",
            "PIP_PLATFORM",
            "PIP_ABI",
            "PIP_IMPLEMENTATION",
            "PIP_IGNORE_REQUIRES_PYTHON",
            "__PYVENV_LAUNCHER__",
            "_CONDA_ROOT",
            // Where packages go.
            "UV_ACTIVE",
            "UV_TARGET",
            "UV_PREFIX",
            "UV_BREAK_SYSTEM_PACKAGES",
            "PIP_TARGET",
            "PIP_PREFIX",
            "PIP_ROOT",
            "PIP_USER",
            "PIP_NO_USER",
            "PIP_SRC",
            "PIP_DEST",
            "PIP_WHEEL_DIR",
            "PIP_REPORT",
            "PIP_REQUIRE_VIRTUALENV",
            "PIP_REQUIRE_VENV",
            "PIP_BREAK_SYSTEM_PACKAGES",
            "VIRTUAL_ENV",
            "VIRTUAL_ENV_PROMPT",
            // Which project, and which variables beside these.
            "UV_NO_PROJECT",
            "UV_ISOLATED",
            "UV_ENV_FILE",
            // Whether to do, and whether to verify.
            "UV_FROZEN",
            "UV_LOCKED",
            "UV_NO_SYNC",
            "UV_NO_VERIFY_HASHES",
            "UV_INSECURE_NO_ZIP_VALIDATION",
            "UV_SKIP_WHEEL_FILENAME_CHECK",
            // Without these files nothing can be verified later (INSTALLER, REQUESTED, direct_url.json).
            "UV_NO_INSTALLER_METADATA",
            "PIP_DRY_RUN",
            // Which packages: an environment is a function of its inputs, and these would be one more.
            "UV_CONSTRAINT",
            "UV_OVERRIDE",
            "UV_EXCLUDE",
            "UV_RESOLUTION",
            "UV_PRERELEASE",
            "UV_PRERELEASE_PACKAGE",
            "UV_FORK_STRATEGY",
            "UV_DEV",
            "UV_NO_DEV",
            "UV_NO_GROUP",
            "UV_NO_DEFAULT_GROUPS",
            "UV_NO_EDITABLE",
            "UV_NO_SOURCES",
            "UV_NO_SOURCES_PACKAGE",
            "UV_COMPILE_BYTECODE",
            "PIP_COMPILE",
            "PIP_NO_COMPILE",
            "PIP_CONSTRAINT",
            "PIP_REQUIREMENT",
            "PIP_REQUIREMENTS_FROM_SCRIPT",
            "PIP_EDITABLE",
            "PIP_GROUP",
            "PIP_PRE",
            "PIP_ALL_RELEASES",
            "PIP_ONLY_FINAL",
            "PIP_NO_DEPS",
            "PIP_NO_DEPENDENCIES",
            "PIP_UPGRADE",
            "PIP_UPGRADE_STRATEGY",
            "PIP_FORCE_REINSTALL",
            "PIP_IGNORE_INSTALLED",
            // Foreign code in every child.
            "LD_PRELOAD",
            "DYLD_INSERT_LIBRARIES");

    /** Exceptions from the prefixes above. The first chooses where credentials for an index are kept. */
    private static final Set<String> KEPT = Set.of("PYTHON_KEYRING_BACKEND", "PYTHON_ENV_HOME");

    private VariableRules() {}

    /** True if that name, in any case, is not to be inherited. */
    static boolean removes(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return !KEPT.contains(upper)
                && (REMOVED.contains(upper) || REMOVED_PREFIXES.stream().anyMatch(upper::startsWith));
    }
}
