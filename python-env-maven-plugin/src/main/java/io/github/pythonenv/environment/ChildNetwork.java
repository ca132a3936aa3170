package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.CertificateAuthorities;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.ProxyVariables;
import io.github.pythonenv.packages.IndexAccess;
import io.github.pythonenv.packages.IndexCredentials;
import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.Isolation;
import io.github.pythonenv.packages.UnlistedServer;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.store.Store;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What uv and pip are told of the way to package indexes, in variables: proxies, certificates, credentials. None of it is
 * on a command line, where others on the machine could read it.
 *
 * @param network what Maven's settings say
 */
record ChildNetwork(Host host, Store store, Network network) {

    Map<String, String> variables(EnvironmentRequest request) {
        InstallSettings settings = request.settings();
        IndexAccess access = settings.access();
        Map<String, String> variables = ChildEnvironment.from(host.environment());
        if (access.isolated()) {
            variables = Isolation.of(variables, store.home().resolve("empty"));
        }
        Path certificates = store.certificates();
        variables = access.authorities().isPresent()
                ? CertificateAuthorities.addedTo(
                        variables, certificates, access.authorities().get())
                : CertificateAuthorities.addedTo(variables, certificates);
        variables = ProxyVariables.addedTo(variables, network.proxies(), asked(settings));
        Map<String, String> completed =
                new TreeMap<>(IndexCredentials.addedTo(variables, settings, request.project(), network.logins()));
        UnlistedServer.ofDefaultIndex(settings, network.logins())
                .ifPresent(unlisted -> completed.putAll(unlisted.variables()));
        access.clientCertificate().ifPresent(file -> {
            requireReadable(file);
            completed.putIfAbsent("SSL_CLIENT_CERT", file.toString());
            completed.putIfAbsent("PIP_CLIENT_CERT", file.toString());
        });
        return completed;
    }

    /** uv passes over one that it cannot read, and what the server then says does not name it. */
    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UserFailure(
                    "<clientCertificate> names " + file + ", which is not there or cannot be read.",
                    "Name a PEM file with the certificate and the key by which this build shows who it is.");
        }
    }

    private static List<URI> asked(InstallSettings settings) {
        return Stream.of(
                        settings.indexUrl().stream(),
                        settings.extraIndexUrls().stream(),
                        settings.access().named().values().stream())
                .flatMap(urls -> urls)
                .flatMap(ChildNetwork::uri)
                .toList();
    }

    private static Stream<URI> uri(String text) {
        try {
            return Stream.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Stream.of();
        }
    }
}
