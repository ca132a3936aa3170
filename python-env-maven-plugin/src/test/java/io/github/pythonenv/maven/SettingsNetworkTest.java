package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Credentials;
import io.github.pythonenv.download.Logins;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxy;
import io.github.pythonenv.download.Trust;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class SettingsNetworkTest {
    private static final URI ARCHIVE = URI.create("https://archives.example:8443/python.tar.gz");

    private static final Trust NO_TRUST = () -> {
        throw new AssertionError("nothing is connected to here");
    };

    private final Settings settings = new Settings();
    private final List<String> undecryptable = new ArrayList<>();

    @Test
    void takesActiveProxiesWithTheirDecryptedPasswords() {
        settings.addProxy(proxy("old.example", false));
        settings.addProxy(proxy("proxy.example", true));

        assertThat(network(Map.of()).proxies().forUri(ARCHIVE))
                .contains(new Proxy("proxy.example", 3128, Optional.of(new Credentials("me", "decrypted {secret}"))));
    }

    @Test
    void passesOverHostsThatAreReachedDirectly() {
        settings.addProxy(proxy("proxy.example", true));

        assertThat(network(Map.of("HTTPS_PROXY", "http://other.example:1"))
                        .proxies()
                        .forUri(URI.create("https://repository.inside.example/a")))
                .isEmpty();
    }

    @Test
    void takesTheProxiesOfTheEnvironmentWhereTheSettingsListNone() {
        assertThat(network(Map.of("HTTPS_PROXY", "http://other.example:8080"))
                        .proxies()
                        .forUri(ARCHIVE))
                .hasValueSatisfying(proxy -> assertThat(proxy.host()).isEqualTo("other.example"));
    }

    @Test
    void knowsServersByHostAndByHostAndPort() {
        settings.addServer(server("releases", "someone"));
        settings.addServer(server("archives.example:8443", "me"));
        settings.addServer(server("ARCHIVES.example", "me at another port"));

        assertThat(network(Map.of()).logins().forUri(ARCHIVE)).contains(new Credentials("me", "decrypted {secret}"));
        assertThat(network(Map.of()).logins().forUri(URI.create("https://archives.example/a")))
                .contains(new Credentials("me at another port", "decrypted {secret}"));
        assertThat(network(Map.of()).logins().forUri(URI.create("https://elsewhere.example/a")))
                .isEmpty();
    }

    @Test
    void aServerWithoutAUserIsNoLogin() {
        Server token = new Server();
        token.setId("archives.example");
        settings.addServer(token);

        assertThat(network(Map.of()).logins().forUri(ARCHIVE)).isEmpty();
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsNotHandedOut() {
        settings.addServer(server("archives.example", "me"));
        settings.addServer(server("other", "me"));
        undecryptable.add("archives.example");
        Logins logins = network(Map.of()).logins();

        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> logins.forUri(ARCHIVE))
                .withMessage(
                        "The password of the server 'archives.example' in settings.xml cannot be decrypted: no master")
                .satisfies(failure -> assertThat(failure.hint()).contains("settings-security.xml"));
        assertThatExceptionOfType(UserFailure.class).isThrownBy(() -> logins.named("archives.example"));
        assertThat(logins.named("other")).isPresent();
        assertThat(logins.names()).containsExactlyInAnyOrder("archives.example", "other");
    }

    private static org.apache.maven.settings.Proxy proxy(String host, boolean active) {
        org.apache.maven.settings.Proxy proxy = new org.apache.maven.settings.Proxy();
        proxy.setHost(host);
        proxy.setPort(3128);
        proxy.setActive(active);
        proxy.setUsername("me");
        proxy.setPassword("{secret}");
        proxy.setNonProxyHosts("localhost|*.inside.example");
        return proxy;
    }

    private static Server server(String id, String user) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword("{secret}");
        return server;
    }

    private Network network(Map<String, String> environment) {
        return SettingsNetwork.of(settings, this::decrypt, environment, NO_TRUST);
    }

    /** Decrypts as if a master password were there, into copies. */
    private SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        List<Server> servers = request.getServers().stream().map(Server::clone).toList();
        servers.forEach(server -> server.setPassword("decrypted " + server.getPassword()));
        List<org.apache.maven.settings.Proxy> proxies = request.getProxies().stream()
                .map(org.apache.maven.settings.Proxy::clone)
                .toList();
        proxies.forEach(proxy -> proxy.setPassword("decrypted " + proxy.getPassword()));
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return servers.get(0);
            }

            @Override
            public List<Server> getServers() {
                return servers;
            }

            @Override
            public org.apache.maven.settings.Proxy getProxy() {
                return proxies.get(0);
            }

            @Override
            public List<org.apache.maven.settings.Proxy> getProxies() {
                return proxies;
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return undecryptable.stream()
                        .map(id -> problem("server: " + id))
                        .toList();
            }
        };
    }

    private static SettingsProblem problem(String source) {
        return new DefaultSettingsProblem("no master", SettingsProblem.Severity.ERROR, source, -1, -1, null);
    }
}
