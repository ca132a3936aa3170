package io.github.pythonenv.download;

import static io.github.pythonenv.download.Fetching.CONTENT;
import static io.github.pythonenv.download.RawServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real connections through proxies, and to servers whose certificates not everybody trusts. */
class ThroughProxiesTest {
    private static final Credentials ANN = new Credentials("ann", "hidden");
    private static final URI FAR_HTTP = URI.create("http://far.invalid/a%2Bb");
    private static final AuthoritySources NOBODY = new AuthoritySources(List.of(), List.of(), "", List::of);

    @TempDir
    static Path certificates;

    private static OwnCertificate own;
    private static Path pem;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificate() throws Exception {
        own = OwnCertificate.make(certificates);
        pem = Files.writeString(certificates.resolve("own.pem"), "# ours\n" + own.pem());
    }

    private static Trust byFile() {
        return new MergedTrust(Map.of("SSL_CERT_FILE", pem.toString()), NOBODY, List.of());
    }

    private static Proxies by(RawServer proxy, Credentials... credentials) {
        Proxy one = new Proxy(
                "127.0.0.1", proxy.port(), credentials.length == 0 ? Optional.empty() : Optional.of(credentials[0]));
        return uri -> Optional.of(one);
    }

    private static RawServer protectedServer() throws Exception {
        return new RawServer("https", own.sockets(), (request, client) -> say(client, "200 OK", CONTENT));
    }

    /** A proxy that wants to know who asks. */
    private static RawServer proxyFor(int port) throws IOException {
        RawServer[] self = new RawServer[1];
        self[0] = new RawServer((request, client) -> {
            if (!ANN.basic().equals(request.headers().get("Proxy-Authorization"))) {
                say(client, "407 Who are you", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
            } else if (request.isTunnel()) {
                self[0].tunnel(client, port);
            } else {
                say(client, "200 OK", CONTENT);
            }
        });
        return self[0];
    }

    @Test
    void plainThroughAProxyWithoutCredentials() throws IOException {
        try (RawServer proxy = new RawServer((request, client) -> say(client, "200 OK", CONTENT))) {
            Fetching fetching = new Fetching(folder).through(by(proxy));
            fetching.fetch(FAR_HTTP);

            assertThat(proxy.requests.get(0).line()).isEqualTo("GET http://far.invalid/a%2Bb HTTP/1.1");
            assertThat(proxy.requests.get(0).headers()).doesNotContainKey("Proxy-Authorization");
            assertThat(fetching.file).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void plainThroughAProxyWithCredentials() throws IOException {
        try (RawServer proxy = proxyFor(0)) {
            Fetching fetching = new Fetching(folder).through(by(proxy, ANN));
            fetching.fetch(FAR_HTTP);

            assertThat(fetching.file).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void protectedThroughAProxyWithCredentials() throws Exception {
        try (RawServer server = protectedServer();
                RawServer proxy = proxyFor(server.port())) {
            Fetching fetching = new Fetching(folder).through(by(proxy, ANN)).trusting(byFile());
            fetching.fetch(server.uri("/a%2Bb"));

            assertThat(fetching.file).hasBinaryContent(CONTENT);
            assertThat(proxy.requests).singleElement().satisfies(request -> {
                assertThat(request.line()).isEqualTo("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1");
                assertThat(request.headers()).doesNotContainKey(TunnelRelay.PASS);
            });
            assertThat(server.requests).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/a%2Bb");
                assertThat(request.headers()).doesNotContainKeys("Proxy-Authorization", TunnelRelay.PASS);
            });
        }
    }

    @Test
    void protectedThroughAProxyWithoutCredentials() throws Exception {
        try (RawServer server = protectedServer();
                OpenProxy proxy = new OpenProxy(server.port())) {
            Fetching fetching = new Fetching(folder).through(by(proxy.server)).trusting(byFile());
            fetching.fetch(server.uri("/"));

            assertThat(fetching.file).hasBinaryContent(CONTENT);
        }
    }

    /** Lets everybody through. */
    private static final class OpenProxy implements AutoCloseable {
        private final RawServer server;

        OpenProxy(int port) throws IOException {
            RawServer[] self = new RawServer[1];
            server = self[0] = new RawServer((request, client) -> self[0].tunnel(client, port));
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://far.invalid/a", "https://far.invalid/a"})
    void aProxyThatWantsCredentials(String uri) throws IOException {
        try (RawServer proxy = proxyFor(0)) {
            assertThatThrownBy(() -> new Fetching(folder).through(by(proxy)).fetch(URI.create(uri)))
                    .isInstanceOfSatisfying(
                            Declined.class,
                            failure -> assertThat(failure.hint()).contains("<proxy>"))
                    .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " wants a user name and password");
            Credentials wrong = new Credentials("ann", "guessed");
            assertThatThrownBy(
                            () -> new Fetching(folder).through(by(proxy, wrong)).fetch(URI.create(uri)))
                    .isInstanceOf(Declined.class)
                    .hasMessageContaining("does not accept the user name and password")
                    .hasMessageNotContaining("guessed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://far.invalid/a", "https://far.invalid/a"})
    void aProxyThatWantsALoginOfAnotherKind(String uri) throws IOException {
        try (RawServer proxy = new RawServer(
                (request, client) -> say(
                        client,
                        "407 Who are you",
                        "Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\nProxy-Authenticate: Digest realm=\"x\"\r\n"))) {
            for (Proxies proxies : List.of(by(proxy), by(proxy, ANN))) {
                assertThatThrownBy(() -> new Fetching(folder).through(proxies).fetch(URI.create(uri)))
                        .isInstanceOfSatisfying(
                                Declined.class,
                                failure -> assertThat(failure.hint()).contains("<nonProxyHosts>", "cntlm"))
                        .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port()
                                + " wants a login by Negotiate, NTLM, Digest, and downloads know Basic only");
            }
        }
    }

    @Test
    void aServerThatWantsALoginOfAnotherKind() throws IOException {
        try (RawServer server = new RawServer((request, client) ->
                say(client, "401 Who are you", "WWW-Authenticate: Digest realm=\"x\", qop=\"auth\"\r\n"))) {
            assertThatThrownBy(() ->
                            new Fetching(folder).as(any -> Optional.of(ANN)).fetch(server.uri("/a")))
                    .isInstanceOfSatisfying(
                            Declined.class,
                            failure -> assertThat(failure.hint()).contains("takes Basic"))
                    .hasMessageContaining("127.0.0.1 wants a login by Digest, and downloads know Basic only");
        }
    }

    @Test
    void aServerThatTakesBasicAmongOthersInOneHeader() throws IOException {
        try (RawServer server = new RawServer((request, client) ->
                say(client, "401 Who are you", "WWW-Authenticate: Negotiate, Basic realm=\"x\"\r\n"))) {
            assertThatThrownBy(() ->
                            new Fetching(folder).as(any -> Optional.of(ANN)).fetch(server.uri("/a")))
                    .isInstanceOf(Declined.class)
                    .hasMessageNotContaining("downloads know Basic only");
        }
    }

    @Test
    void aProxyThatForbids() throws IOException {
        try (RawServer proxy = new RawServer((request, client) -> say(client, "403 Forbidden", ""))) {
            assertThatThrownBy(() -> new Fetching(folder).through(by(proxy)).fetch(URI.create("https://far.invalid/a")))
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            failure -> assertThat(failure.host()).isEqualTo("far.invalid"))
                    .hasMessageContaining("does not let us through")
                    .hasMessageContaining("403");
        }
    }

    @Test
    void aProxyThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Proxies gone = uri -> Optional.of(new Proxy("127.0.0.1", port, Optional.of(ANN)));
        for (URI uri : List.of(FAR_HTTP, URI.create("https://far.invalid/a"))) {
            assertThatThrownBy(
                            () -> new Fetching(folder).attempts(1).through(gone).fetch(uri))
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            failure -> assertThat(failure.host()).isEqualTo("far.invalid"))
                    .hasMessageContaining("the proxy 127.0.0.1:" + port);
        }
    }

    @Test
    void hostsThatAreReachedDirectly() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", CONTENT))) {
            Proxies proxies =
                    Proxies.of(List.of(), Map.of("HTTP_PROXY", "http://far.invalid:1", "NO_PROXY", "127.0.0.1"));
            Fetching fetching = new Fetching(folder).through(proxies);
            fetching.fetch(server.uri("/"));

            assertThat(fetching.file).hasBinaryContent(CONTENT);
        }
    }

    /** Other users of the machine can reach it too. */
    @Test
    void theRelayLetsNobodyThroughWithoutItsPass() throws IOException {
        try (RawServer proxy = proxyFor(0);
                TunnelRelay relay =
                        new TunnelRelay(new Proxy("127.0.0.1", proxy.port(), Optional.of(ANN)), Duration.ofSeconds(5));
                Socket stranger = new Socket()) {
            assertThat(relay.address().getAddress().isLoopbackAddress()).isTrue();
            stranger.connect(relay.address());
            stranger.getOutputStream()
                    .write("CONNECT far.invalid:443 HTTP/1.1\r\nProxy-Python-Env-Pass: guess\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = stranger.getInputStream();

            assertThat(new String(answer.readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403");
            assertThat(proxy.requests).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyTrusts() throws Exception {
        try (RawServer server = protectedServer()) {
            assertThatThrownBy(() -> new Fetching(folder).fetch(server.uri("/")))
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            failure -> assertThat(failure.hint()).contains("SSL_CERT_FILE"))
                    .hasMessageContaining("the certificate of 127.0.0.1 is not trusted here");
        }
    }

    @Test
    void aServerThatSpeaksNoTls() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", CONTENT))) {
            assertThatThrownBy(() -> new Fetching(folder)
                            .impatient()
                            .attempts(1)
                            .fetch(URI.create("https://127.0.0.1:" + server.port() + "/")))
                    .isInstanceOf(Unreachable.class);
        }
    }

    @Test
    void anAuthorityNamedByFolder() throws Exception {
        Path authorities = Files.createDirectories(folder.resolve("authorities"));
        Files.writeString(
                authorities.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Files.copy(pem, authorities.resolve("own.pem"));

        assertTrusted(new MergedTrust(Map.of("SSL_CERT_DIR", authorities.toString()), NOBODY, List.of()));
    }

    @Test
    void anAuthorityOfTheMachine() throws Exception {
        assertTrusted(
                new MergedTrust(Map.of(), new AuthoritySources(List.of(pem), List.of(), "", List::of), List.of()));
    }

    @Test
    void anAuthorityThatOnlyTheJvmKnows() throws Exception {
        Path other = Files.writeString(folder.resolve("other.pem"), "");
        AuthoritySources jvm = new AuthoritySources(List.of(), List.of(), "", () -> List.of(own.certificate()));

        assertTrusted(new MergedTrust(Map.of("SSL_CERT_FILE", other.toString()), jvm, List.of()));
    }

    @Test
    void filesThatAreNotThere() {
        Trust trust = new MergedTrust(
                Map.of("SSL_CERT_FILE", folder.resolve("missing").toString()), NOBODY, List.of());

        assertThatThrownBy(() -> new Fetching(folder).trusting(trust).fetch(URI.create("https://far.invalid/")))
                .hasMessageContaining("certificate authorities could not be read")
                .hasMessageContaining("missing");
    }

    private void assertTrusted(Trust trust) throws Exception {
        try (RawServer server = protectedServer()) {
            Fetching fetching = new Fetching(folder).trusting(trust);
            fetching.fetch(server.uri("/"));
            assertThat(fetching.file).hasBinaryContent(CONTENT);
        }
    }
}
