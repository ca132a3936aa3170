package io.github.pythonenv.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
    private static final LibcDetection NO_MAPS = new LibcDetection(Path.of("no", "such", "maps"));

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,linux-x86_64",
        "Linux,x86_64,linux-x86_64",
        "Linux,aarch64,linux-aarch64",
        "Mac OS X,x86_64,macos-x86_64",
        "Mac OS X,aarch64,macos-aarch64",
        "Darwin,arm64,macos-aarch64",
        "Windows Server 2022,amd64,windows-x86_64",
        "Windows 11,aarch64,windows-aarch64",
    })
    void namesThePlatform(String os, String arch, String id) {
        Platform platform = host(os, arch, "/home/me", Map.of()).platform();

        assertThat(platform.id()).isEqualTo(id).isEqualTo(platform.toString());
        assertThat(platform.windows()).isEqualTo(id.startsWith("windows"));
    }

    @ParameterizedTest
    @CsvSource({"SunOS,amd64,SunOS", "FreeBSD,amd64,FreeBSD", "Linux,s390x,s390x", "Windows 10,x86,x86", "AIX,ppc64,AIX"
    })
    void refusesOthersByName(String os, String arch, String named) {
        assertThatThrownBy(() -> host(os, arch, "/home/me", Map.of()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("'" + named + "'")
                .hasMessageContaining("not supported");
    }

    @Test
    void onlyLinuxHasALibcOfItsOwn() {
        assertThat(host("Mac OS X", "aarch64", "/home/me", Map.of()).platform().libc())
                .isEqualTo(new Libc.None());
        assertThat(host("Windows 10", "amd64", "/home/me", Map.of()).platform().libc())
                .isEqualTo(new Libc.None());
        assertThat(host("Linux", "amd64", "/home/me", Map.of()).platform().libc())
                .isEqualTo(new Libc.Unknown());
    }

    @Test
    void takesTheHomeOfTheJvm() {
        assertThat(host("Linux", "amd64", "/home/me/../you", Map.of("HOME", "/other"))
                        .userHome())
                .isEqualTo(Path.of("/home/you").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", " "})
    void takesHomeWhereTheJvmHasNone(String userHome) {
        assertThat(host("Linux", "amd64", userHome, Map.of("HOME", "/work")).userHome())
                .isEqualTo(Path.of("/work").toAbsolutePath());
    }

    @Test
    void saysThatThereIsNoHome() {
        assertThatThrownBy(() -> host("Linux", "amd64", "?", Map.of()))
                .isInstanceOfSatisfying(
                        UserFailure.class, failure -> assertThat(failure.hint()).contains("-Duser.home"))
                .hasMessageContaining("no home");
    }

    @Test
    void keepsVersionAndVariables() {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin"));
        Host host = host("Mac OS X", "aarch64", "/home/me", environment);
        environment.put("later", "x");

        assertThat(host.osVersion()).isEqualTo("15.7.1");
        assertThat(host.environment()).containsExactly(Map.entry("PATH", "/bin"));
    }

    @Test
    void findsThisMachine() {
        Host host = Host.current();

        assertThat(host.osVersion()).isEqualTo(System.getProperty("os.version"));
        assertThat(host.userHome()).isAbsolute();
        if (host.platform().os() == OperatingSystem.LINUX) {
            assertThat(host.platform().libc()).isInstanceOfAny(Libc.Glibc.class, Libc.Musl.class);
        }
    }

    private static Host host(String os, String arch, String home, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("os.name", os);
        properties.setProperty("os.arch", arch);
        properties.setProperty("os.version", "15.7.1");
        properties.setProperty("user.home", home);
        return Host.from(properties, environment, NO_MAPS);
    }
}
