package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markers as packages have them; what they come to is what the library {@code packaging} says. */
class MarkerTest {

    private static final MarkerEnvironment LINUX = MarkerEnvironment.of("3.12.1", "linux-x86_64", "6.1.0-18-amd64");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "python_version >= '3.9' | true",
                "python_version < '3.9' | false",
                "python_version < '3.2' | false",
                "'3.9' <= python_version | true",
                "python_full_version < '3.12.1' | false",
                "python_full_version <= \"3.12.1\" | true",
                "python_version == '3.*' | true",
                "python_version != '3.*' | false",
                "python_version == '3.12.*' | true",
                "python_version == '3.1.*' | false",
                "python_version ~= '3.9' | true",
                "python_full_version ~= '3.11.0' | false",
                "python_version === '3.12' | true",
                "python_version == '3.12.0' | true",
                "sys_platform == 'win32' | false",
                "sys_platform != 'win32' and os_name == 'posix' | true",
                "sys.platform == 'linux' | true",
                "platform_machine in 'x86_64 AMD64' | true",
                "platform_machine not in 'x86_64 AMD64' | false",
                "platform_machine not  in 'arm64' | true",
                "'linux' in sys_platform | true",
                "python_version < '3' or platform_system == 'Linux' and implementation_name == 'cpython' | true",
                "(python_version < '3' or platform_system == 'Linux') and implementation_name == 'pypy' | false",
                "platform_python_implementation == 'CPython' | true",
                "python_implementation == 'PyPy' | false",
                "extra == 'toml' | false",
                "extra != 'toml' | true",
                "python_version >= '3.9' and extra == 'toml' | false",
            })
    void withoutExtras(String marker, boolean expected) {
        assertThat(MarkerParser.parse(marker).holds(LINUX, Set.of())).isEqualTo(expected);
    }

    @Test
    void withExtras() {
        Marker marker = MarkerParser.parse("(python_version >= '3.9') and extra == 'Async_Tools'");

        assertThat(marker.holds(LINUX, Set.of("async-tools"))).isTrue();
        assertThat(marker.holds(LINUX, Set.of("other"))).isFalse();
        assertThat(marker.mentions("async-tools")).isTrue();
        assertThat(marker.mentions("other")).isFalse();
        assertThat(MarkerParser.parse("'x' == extra or extra == 'y'").holds(LINUX, Set.of("y")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "(python_version < '3'", "python_version <", "python_version ? '3'", "and", "'a"})
    void whatNobodyCanReadHolds(String marker) {
        assertThat(MarkerParser.parse(marker).holds(LINUX, Set.of())).isTrue();
    }

    @Test
    void otherMachines() {
        MarkerEnvironment windows = MarkerEnvironment.of("3.14.3", "windows-x86_64", "10.0");
        MarkerEnvironment mac = MarkerEnvironment.of("3.14.3", "macos-aarch64", "24.1");

        assertThat(windows.values())
                .containsEntry("sys_platform", "win32")
                .containsEntry("os_name", "nt")
                .containsEntry("platform_machine", "AMD64")
                .containsEntry("python_version", "3.14");
        assertThat(mac.values())
                .containsEntry("sys_platform", "darwin")
                .containsEntry("platform_machine", "arm64")
                .containsEntry("platform_system", "Darwin");
    }
}
