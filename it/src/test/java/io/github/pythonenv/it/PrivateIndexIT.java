package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.UserSettings;
import io.github.pythonenv.it.harness.Uv;
import io.github.pythonenv.it.harness.WayToPackages;
import io.github.pythonenv.it.index.LocalIndex;
import io.github.pythonenv.it.index.TestAuthority;
import io.github.pythonenv.it.index.TunnelProxy;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An index behind a login, a private authority and a proxy with a login of its own, all of it in {@code settings.xml} and
 * nowhere else; uv itself comes from it, too. No password is seen anywhere.
 */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class PrivateIndexIT {

    private static final String PASSWORD = "in/dex p@ss:word";
    private static final String PROXY_PASSWORD = "pro/xy p@ss:word";

    @Test
    void allOfItInSettings(Projects projects) throws Exception {
        Path folder = projects.folder();
        Uv uv = Uv.get();
        Path wheels = uv.wheels(folder.resolve("wheels"), "humanize==4.12.3", "uv==" + uv.version());
        TestAuthority authority = TestAuthority.create(folder.resolve("authority"));
        MavenProject project = projects.copy("requirements").write("requirements.txt", "humanize==4.12.3\n");
        Set<String> commandLines = ConcurrentHashMap.newKeySet();

        try (LocalIndex index = LocalIndex.https(wheels, authority)
                        .forOnly("builder", PASSWORD, () -> commandLines.addAll(running()));
                TunnelProxy proxy = new TunnelProxy(TestAuthority.HOST, index.port(), "proxy-user", PROXY_PASSWORD)) {
            String known = settings(proxy, authority);
            MavenRun run = project.maven()
                    .on(new Machine(
                            Machine.shared().home(),
                            Machine.shared().localRepository(),
                            folder.resolve("store"),
                            folder.resolve("empty cache")))
                    .without(WayToPackages.all())
                    .with("-X", "-Dpython-env.source=maven");

            Build stranger = run.settings(UserSettings.of(folder.resolve("stranger"), known))
                    .run("validate")
                    .fails();
            assertThat(stranger.output()).contains("in settings.xml, by a <server>");

            MavenRun trusted = run.settings(
                    UserSettings.of(folder.resolve("trusted"), known + """
                    <servers>
                      <server><id>%s</id><username>builder</username><password>%s</password></server>
                    </servers>
                    """.formatted(TestAuthority.HOST, PASSWORD)));
            Build locked = trusted.watchingProcesses().run("python-env:lock").succeeds();
            Build built = trusted.watchingProcesses().run("validate").succeeds();

            assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
            assertThat(project.read("pylock.toml")).contains(TestAuthority.HOST);
            assertThat(index.requests()).contains("/simple/humanize/", "/simple/uv/");
            assertThat(proxy.requests()).contains("CONNECT " + TestAuthority.HOST + ":443");

            commandLines.addAll(locked.processes());
            commandLines.addAll(built.processes());
            assertThat(commandLines)
                    .as("uv and pip were seen at work")
                    .anyMatch(line -> line.contains("pip"))
                    .anyMatch(line -> line.contains("compile"))
                    .allSatisfy(PrivateIndexIT::tellsNoSecret);
            for (Build build : List.of(stranger, locked, built)) {
                tellsNoSecret(build.output());
            }
            for (Path written : List.of(project.folder(), folder.resolve("store"), folder.resolve("empty cache"))) {
                nothingIn(written);
            }
        }
    }

    private static String settings(TunnelProxy proxy, TestAuthority authority) {
        return """
                <proxies>
                  <proxy>
                    <id>out</id><active>true</active><protocol>http</protocol>
                    <host>127.0.0.1</host><port>%d</port>
                    <username>proxy-user</username><password>%s</password>
                  </proxy>
                </proxies>
                <profiles>
                  <profile>
                    <id>python</id>
                    <properties>
                      <python-env.indexUrl>https://%s/simple/</python-env.indexUrl>
                      <python-env.caCertificates>%s</python-env.caCertificates>
                    </properties>
                  </profile>
                </profiles>
                <activeProfiles><activeProfile>python</activeProfile></activeProfiles>
                """.formatted(proxy.port(), PROXY_PASSWORD, TestAuthority.HOST, authority.certificate());
    }

    /** The command lines of all processes on this machine. */
    private static List<String> running() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .map(process -> text(process.resolve("cmdline")).replace('\0', ' '))
                    .filter(line -> line.matches(".*(uv|python|pip).*"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void nothingIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            assertThat(secretsIn(text(file))).as("%s", file).isEmpty());
        }
    }

    private static void tellsNoSecret(String text) {
        assertThat(secretsIn(text)).as("%s", text).isEmpty();
    }

    private static List<String> secretsIn(String text) {
        return Stream.of("builder:" + PASSWORD, "proxy-user:" + PROXY_PASSWORD)
                .flatMap(login -> {
                    String password = login.substring(login.indexOf(':') + 1);
                    String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8);
                    return Stream.of(
                            password,
                            encoded,
                            encoded.replace("+", "%20"),
                            Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
                })
                .filter(text::contains)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // A process that has ended, or a file that was for a moment.
            return "";
        }
    }
}
