package io.github.pythonenv.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildEnvironmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // where packages go
                "UV_TARGET",
                "UV_PREFIX",
                "UV_ACTIVE",
                "PIP_TARGET",
                "PIP_PREFIX",
                "PIP_USER",
                "PIP_ROOT",
                "PIP_REQUIRE_VIRTUALENV",
                "VIRTUAL_ENV",
                "CONDA_PREFIX",
                "CONDA_DEFAULT_ENV",
                "UV_TOOL_DIR",
                // which Python
                "UV_PYTHON",
                "UV_PYTHON_DOWNLOADS",
                "UV_PYTHON_INSTALL_DIR",
                "UV_PYTHON_PREFERENCE",
                "UV_PYTHON_SEARCH_PATH",
                "UV_SYSTEM_PYTHON",
                "UV_MANAGED_PYTHON",
                "PIP_PYTHON",
                "PIP_PYTHON_VERSION",
                "PIP_PLATFORM",
                "PYTHONHOME",
                "PYTHONPATH",
                "PYTHONSTARTUP",
                "PYTHONDONTWRITEBYTECODE",
                "PYTHONPYCACHEPREFIX",
                "__PYVENV_LAUNCHER__",
                "pythonLocation",
                "Python3_ROOT_DIR",
                // which project
                "UV_PROJECT",
                "UV_PROJECT_ENVIRONMENT",
                "UV_NO_PROJECT",
                "UV_WORKING_DIR",
                "UV_WORKING_DIRECTORY",
                "UV_ENV_FILE",
                // whether to verify, whether to do
                "UV_NO_VERIFY_HASHES",
                "UV_INSECURE_NO_ZIP_VALIDATION",
                "UV_SKIP_WHEEL_FILENAME_CHECK",
                "UV_FROZEN",
                "UV_LOCKED",
                "UV_NO_SYNC",
                "UV_NO_INSTALLER_METADATA",
                "PIP_DRY_RUN",
                "UV_VENV_CLEAR",
                "UV_VENV_SEED",
                // which packages
                "UV_NO_EDITABLE",
                "UV_NO_DEV",
                "UV_NO_GROUP",
                "UV_NO_INSTALL_PROJECT",
                "UV_ONLY_INSTALL_LOCAL",
                "UV_OVERRIDE",
                "UV_RESOLUTION",
                "PIP_CONSTRAINT",
                "PIP_REQUIREMENT",
                "PIP_NO_DEPS",
                "PIP_PRE",
                // foreign code
                "LD_PRELOAD",
                "DYLD_INSERT_LIBRARIES",
            })
    void removes(String name) {
        assertThat(ChildEnvironment.from(Map.of(name, "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "HOME",
                "LANG",
                "LC_ALL",
                "TMPDIR",
                "SystemRoot",
                "APPDATA",
                "CI",
                // where packages come from
                "UV_INDEX",
                "UV_INDEX_URL",
                "UV_DEFAULT_INDEX",
                "UV_EXTRA_INDEX_URL",
                "UV_FIND_LINKS",
                "UV_INDEX_STRATEGY",
                "UV_INDEX_FOO_USERNAME",
                "UV_INDEX_FOO_PASSWORD",
                "UV_KEYRING_PROVIDER",
                "UV_CONFIG_FILE",
                "UV_TORCH_BACKEND",
                "UV_OFFLINE",
                "PIP_INDEX_URL",
                "PIP_EXTRA_INDEX_URL",
                "PIP_NO_INDEX",
                "PIP_FIND_LINKS",
                "PIP_CONFIG_FILE",
                "PIP_KEYRING_PROVIDER",
                "PYTHON_KEYRING_BACKEND",
                "NETRC",
                "XDG_CONFIG_HOME",
                // how they are fetched
                "HTTP_PROXY",
                "https_proxy",
                "ALL_PROXY",
                "no_proxy",
                "SSL_CERT_FILE",
                "SSL_CERT_DIR",
                "PIP_CERT",
                "PIP_CLIENT_CERT",
                "REQUESTS_CA_BUNDLE",
                "CURL_CA_BUNDLE",
                "UV_SYSTEM_CERTS",
                "UV_INSECURE_HOST",
                "PIP_TRUSTED_HOST",
                "UV_HTTP_TIMEOUT",
                "PIP_DEFAULT_TIMEOUT",
                "UV_HTTP_RETRIES",
                "UV_CACHE_DIR",
                "UV_NO_CACHE",
                "PIP_CACHE_DIR",
                "UV_LINK_MODE",
                "UV_CONCURRENT_DOWNLOADS",
                "UV_LOCK_TIMEOUT",
                // how they are built
                "UV_NO_BINARY",
                "UV_NO_BUILD",
                "UV_NO_BUILD_ISOLATION",
                "UV_BUILD_CONSTRAINT",
                "PIP_NO_BINARY",
                "PIP_ONLY_BINARY",
                "CFLAGS",
                "CC",
                "CUDA_HOME",
                "LD_LIBRARY_PATH",
                "MACOSX_DEPLOYMENT_TARGET",
                // stricter, never laxer
                "UV_REQUIRE_HASHES",
                "PIP_REQUIRE_HASHES",
                "UV_EXCLUDE_NEWER",
                "UV_MALWARE_CHECK",
                // ours
                "PYTHON_ENV_HOME",
            })
    void keeps(String name) {
        assertThat(ChildEnvironment.from(Map.of(name, "x"))).containsExactly(Map.entry(name, "x"));
    }

    @Property
    void neitherChangesNorInventsAndDecidesByTheNameAlone(@ForAll("environments") Map<String, String> inherited) {
        Map<String, String> kept = ChildEnvironment.from(inherited);

        assertThat(inherited).containsAllEntriesOf(kept);
        inherited.forEach((name, value) -> assertThat(kept.containsKey(name))
                .isEqualTo(!ChildEnvironment.from(Map.of(name, "other")).isEmpty()));
        assertThat(ChildEnvironment.from(kept)).isEqualTo(kept);
    }

    @Property
    void noSpellingEscapes(@ForAll("environments") Map<String, String> inherited) {
        Map<String, String> lower = new HashMap<>();
        inherited.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        Map<String, String> expected = new HashMap<>();
        ChildEnvironment.from(inherited).forEach((name, value) -> expected.put(name.toLowerCase(Locale.ROOT), value));

        assertThat(ChildEnvironment.from(lower)).containsOnlyKeys(expected.keySet());
    }

    @Property
    void nothingThatBeginsLikeAForbiddenGroupPasses(@ForAll("groups") String group, @ForAll("names") String rest) {
        assertThat(ChildEnvironment.from(Map.of(group + rest, "x"))).isEmpty();
    }

    @Test
    void onWindowsASecondSpellingReplacesTheFirst() {
        Map<String, String> kept = ChildEnvironment.from(Map.of("Path", "old"), String.CASE_INSENSITIVE_ORDER);
        kept.put("PATH", "new");
        assertThat(kept).hasSize(1).containsValue("new");

        Map<String, String> elsewhere = ChildEnvironment.from(Map.of("Path", "old"), Comparator.naturalOrder());
        elsewhere.put("PATH", "new");
        assertThat(elsewhere).hasSize(2);
    }

    @Provide
    Arbitrary<Map<String, String>> environments() {
        Arbitrary<String> telling = Combinators.combine(
                        Arbitraries.of(
                                "UV_", "PIP_", "PYTHON", "CONDA_", "LD_", "VIRTUAL_", "UV_NO_", "UV_PYTHON_", ""),
                        names())
                .as(String::concat);
        Arbitrary<String> known = Arbitraries.of(
                "UV_FROZEN", "UV_INDEX", "VIRTUAL_ENV", "PIP_USER", "PIP_INDEX_URL", "PATH", "PYTHON_KEYRING_BACKEND");
        return Arbitraries.maps(
                        Arbitraries.oneOf(telling, known), Arbitraries.strings().alpha())
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> groups() {
        return Arbitraries.of("PYTHON", "CONDA_", "UV_PYTHON", "UV_PROJECT", "UV_WORKING_DIR", "UV_VENV_");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ABCDEFXYZ_").ofMinLength(1).ofMaxLength(10);
    }
}
