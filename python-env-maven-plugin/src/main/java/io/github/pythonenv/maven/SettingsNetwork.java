package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Credentials;
import io.github.pythonenv.download.ListedProxy;
import io.github.pythonenv.download.Logins;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxies;
import io.github.pythonenv.download.Proxy;
import io.github.pythonenv.download.Trust;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * What the settings say about downloads that are no artifacts: active proxies, and servers. The id of a server is the
 * host that it is for, with the port or without, as with Maven's plugins for container registries. Loaded only where
 * something is downloaded: what is encrypted is decrypted here.
 */
final class SettingsNetwork {

    private SettingsNetwork() {}

    /**
     * The settings with the environment's proxies behind those that they list.
     *
     * @param environment the variables of this build
     * @param trust which servers are believed
     */
    static Network of(Settings settings, SettingsDecrypter decrypter, Map<String, String> environment, Trust trust) {
        DefaultSettingsDecryptionRequest encrypted = new DefaultSettingsDecryptionRequest();
        encrypted.setProxies(settings.getProxies().stream()
                .filter(org.apache.maven.settings.Proxy::isActive)
                .toList());
        encrypted.setServers(settings.getServers());
        SettingsDecryptionResult plain = decrypter.decrypt(encrypted);
        List<ListedProxy> proxies =
                plain.getProxies().stream().map(SettingsNetwork::proxy).toList();
        return new Network(
                Proxies.of(proxies, environment), new ServerLogins(plain.getServers(), unread(plain)), trust);
    }

    private static ListedProxy proxy(org.apache.maven.settings.Proxy proxy) {
        return new ListedProxy(
                Objects.requireNonNullElse(proxy.getProtocol(), "http"),
                new Proxy(proxy.getHost(), proxy.getPort(), credentials(proxy.getUsername(), proxy.getPassword())),
                Objects.requireNonNullElse(proxy.getNonProxyHosts(), ""));
    }

    /** Why passwords of servers could not be decrypted, by what Maven calls their places. */
    private static Map<String, String> unread(SettingsDecryptionResult plain) {
        return plain.getProblems().stream()
                .collect(Collectors.toMap(
                        problem -> String.valueOf(problem.getSource()),
                        problem -> String.valueOf(problem.getMessage()),
                        (first, second) -> first));
    }

    /**
     * What the servers of the settings say, each once somebody asks.
     *
     * @param unread why what is encrypted could not be read, by place
     */
    private record ServerLogins(List<Server> servers, Map<String, String> unread) implements Logins {

        @Override
        public Optional<Credentials> forUri(URI uri) {
            return first(server -> isFor(server, uri));
        }

        @Override
        public Optional<Credentials> named(String id) {
            return first(server -> id.equals(server.getId()));
        }

        @Override
        public Set<String> names() {
            return servers.stream()
                    .map(server -> String.valueOf(server.getId()))
                    .collect(Collectors.toSet());
        }

        private Optional<Credentials> first(Predicate<Server> wanted) {
            return servers.stream()
                    .filter(wanted)
                    .map(this::read)
                    .map(server -> credentials(server.getUsername(), server.getPassword()))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        /** As it is listed it would be wrong, and some servers lock out who says a wrong password. */
        private Server read(Server server) {
            String why = unread.get("server: " + server.getId());
            if (why != null) {
                throw new UserFailure(
                        "The password of the server '" + server.getId() + "' in settings.xml cannot be decrypted: "
                                + why,
                        "See that settings-security.xml, beside settings.xml, has the master password with which it was"
                                + " encrypted; or encrypt it anew (mvn --encrypt-password).");
            }
            return server;
        }
    }

    private static boolean isFor(Server server, URI uri) {
        String id = String.valueOf(server.getId());
        return id.equalsIgnoreCase(uri.getHost()) || id.equalsIgnoreCase(uri.getHost() + ":" + uri.getPort());
    }

    private static Optional<Credentials> credentials(String user, String password) {
        return user == null || user.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credentials(user, Objects.requireNonNullElse(password, "")));
    }
}
