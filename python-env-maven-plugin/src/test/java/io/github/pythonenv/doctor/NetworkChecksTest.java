package io.github.pythonenv.doctor;

import static io.github.pythonenv.doctor.SampleMachine.fromIndex;
import static io.github.pythonenv.doctor.SampleMachine.seen;
import static io.github.pythonenv.doctor.SampleMachine.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.pythonenv.download.OwnCertificate;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.packages.RealUv;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.Evidence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RealUv.Resolver.class)
class NetworkChecksTest {

    private static final String NONSENSE = "-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n";

    private static final String LINKS = "<a href=\"pip-24.0-py3-none-any.whl\">pip-24.0-py3-none-any.whl</a>";

    @TempDir
    private Path folder;

    private SampleMachine machine;
    private HttpServer server;

    /** What the server answers next. */
    private int status = 200;

    @BeforeEach
    void machineAndServer() throws IOException {
        machine = new SampleMachine(folder).online();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = LINKS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            if (status == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"here\"");
            }
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anIndexThatAnswers() {
        CheckResult result =
                machine.wanting(fromIndex(server("/simple").toString())).result("index");

        assertThat(result.verdict().word()).isEqualTo("passed");
        assertThat(seen(result, "index"))
                .singleElement()
                .asString()
                .startsWith(server("/simple") + " answered 200 in ");
    }

    @Test
    void anIndexThatIsNotThere() throws IOException {
        URI nobody = nobody();

        assertThat(told(machine.wanting(fromIndex(nobody + "/simple")).result("index")))
                .startsWith("failed: " + nobody + "/simple was not fetched: 127.0.0.1 refuses the connection")
                .contains("Check the network and its proxy");
    }

    @Test
    void anIndexThatWantsALoginOrIsBroken() {
        machine.wanting(fromIndex(server("/simple").toString()));

        status = 401;
        assertThat(told(machine.result("index")))
                .startsWith(
                        "failed: " + server("/simple") + " was not fetched: 127.0.0.1 wants a user name and password")
                .contains("<server> of Maven's settings.xml");

        status = 503;
        assertThat(told(machine.result("index")))
                .startsWith("failed: " + server("/simple"))
                .contains("answered 503");
    }

    @Test
    void indexesThatOthersName() throws IOException {
        Path requirements = Files.writeString(
                machine.project().resolve("requirements.txt"),
                "--extra-index-url " + server("/extra") + "\n--index-url=" + server("/own") + "\nhumanize\n");
        machine.variable("UV_INDEX", "named=" + server("/variable"))
                .wanting(Asked.in(machine.project()).requirements(requirements));

        CheckResult result = machine.result("index");

        assertThat(seen(result, "index"))
                .extracting(text -> text.replaceFirst(" answered.*", ""))
                .containsExactlyInAnyOrder(
                        server("/extra").toString(),
                        server("/own").toString(),
                        server("/variable").toString());
        assertThat(seen(result, "default index")).isEmpty();
    }

    @Test
    void theDefaultIndexIsAskedByPip(RealUv uv) throws IOException {
        // Runtimes alone: where uv is, too, it asks besides, and not the server of this test.
        Path runtimes = Files.createDirectory(folder.resolve("runtimes-alone"));
        Files.createSymbolicLink(
                runtimes.resolve("runtimes"), uv.provided().store().runtimes());
        machine.with(new Store(runtimes))
                .wanting(Asked.in(machine.project()).packages("humanize"))
                .variable("PIP_INDEX_URL", server("/simple").toString());
        CheckResult result = machine.result("index");
        assertThat(result.verdict().word()).as(told(result)).isEqualTo("passed");
        assertThat(seen(result, "default index")).containsExactly("answers pip, as it is configured here");

        machine.variable("PIP_INDEX_URL", nobody() + "/simple");
        assertThat(told(machine.result("index")))
                .startsWith("failed: pip gets no answer from its default index, as it is configured here: ")
                .contains("<indexUrl>");
    }

    @Test
    void theDefaultIndexIsAskedByUvToo(RealUv uv) throws IOException {
        CheckResult result = machine.with(uv.provided().store())
                .wanting(Asked.in(machine.project()).packages("humanize"))
                .variable("PIP_INDEX_URL", server("/simple").toString())
                .variable("HTTPS_PROXY", nobody().toString())
                .variable("UV_HTTP_RETRIES", "0")
                .result("index");

        assertThat(seen(result, "default index")).containsExactly("answers pip, as it is configured here");
        assertThat(told(result))
                .startsWith("failed: uv gets no answer from its default index, as it is configured here: ");
    }

    @Test
    void nobodyIsThereYetWhoKnowsTheDefaultIndex() {
        CheckResult result = machine.wanting(Asked.in(machine.project()).packages("humanize"))
                .result("index");

        assertThat(seen(result, "default index")).hasSize(1);
    }

    @Test
    void offlineNobodyIsAsked() {
        SampleMachine offline = machine.wanting(fromIndex(server("/simple").toString()));
        server.stop(0);

        assertThat(offline.offline().results("network"))
                .filteredOn(result ->
                        !result.id().equals("certificates") && !result.id().equals("proxies"))
                .extracting(SampleMachine::told)
                .hasSize(3)
                .allMatch(told -> told.startsWith("skipped: This build is offline (-o), so no server is asked"));
    }

    @Test
    void theServersOfRuntimes() throws IOException {
        machine.wanting(Asked.in(machine.project()).python("3.14").from(new SourceRequest.Maven()))
                .repository(server("/maven"));
        assertThat(machine.result("downloads").verdict().word()).isEqualTo("passed");

        // That is Maven's to know.
        status = 401;
        assertThat(machine.result("downloads").verdict().word()).isEqualTo("passed");

        status = 503;
        assertThat(told(machine.result("downloads")))
                .startsWith("failed: " + server("/maven") + " was asked once: 127.0.0.1 answered 503");
    }

    @Test
    void theServersOfMirrors() {
        machine.wanting(Asked.in(machine.project())
                .from(new SourceRequest.Standalone())
                .through(new Mirrors(Optional.of(server("/pythons")), Optional.empty())));
        CheckResult result = machine.result("downloads");

        assertThat(result.verdict().word()).as(told(result)).isEqualTo("passed");
        assertThat(result.evidence())
                .extracting(Evidence::text)
                .allMatch(text -> text.startsWith(server("/pythons/").toString()));
    }

    @Test
    void nothingIsToBeFetched() {
        assertThat(told(machine.result("downloads"))).isEqualTo("skipped: No runtime is to be fetched. | ");
    }

    @Test
    void aClockThatIsWrong() {
        machine.repository(server("/maven"));
        assertThat(machine.result("clock").verdict().word()).isEqualTo("passed");

        assertThat(told(machine.at(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-1230)))
                        .result("clock")))
                .startsWith("warning: This machine's clock is 20 minutes behind that of the servers.");
        assertThat(told(machine.at(Clock.offset(Clock.systemUTC(), Duration.ofDays(400)))
                        .result("clock")))
                .startsWith("failed: This machine's clock is 400 days ahead of that of the servers.")
                .contains("NTP");
    }

    @Test
    void nobodyTellsTheTime() throws IOException {
        assertThat(told(machine.repository(nobody()).result("clock")))
                .isEqualTo("skipped: No server that was asked tells the time. | ");
    }

    @Test
    void proxiesOnTheWay() throws IOException {
        assertThat(told(machine.result("proxies")))
                .isEqualTo("skipped: No server is known by name that something would be fetched from. | ");
        machine.wanting(fromIndex("http://index.example.com/simple"));
        assertThat(seen(machine.result("proxies"), "index.example.com")).containsExactly("reached directly");

        machine.variable("HTTP_PROXY", server("").toString());
        assertThat(seen(machine.result("proxies"), "index.example.com"))
                .containsExactly("127.0.0.1:" + server.getAddress().getPort());

        URI nobody = nobody();
        machine.variable("HTTP_PROXY", nobody.toString());
        assertThat(told(machine.result("proxies")))
                .startsWith("failed: The proxy " + nobody.getAuthority() + " cannot be reached: ")
                .contains("<proxy> in Maven's settings.xml");

        machine.variable("HTTP_PROXY", "socks5://127.0.0.1:1080");
        assertThat(told(machine.result("proxies"))).startsWith("failed: ").contains("SOCKS");
    }

    @Test
    void certificateAuthoritiesThatAreGone() throws IOException {
        Path gone = folder.resolve("gone.pem");
        assertThat(told(machine.variable("SSL_CERT_FILE", gone.toString()).result("certificates")))
                .isEqualTo("failed: SSL_CERT_FILE names " + gone
                        + ", which is not there. | Correct SSL_CERT_FILE, or take it away: then the machine's own"
                        + " authorities count.");

        Path empty = Files.writeString(folder.resolve("empty.pem"), "# none\n");
        assertThat(told(machine.variable("SSL_CERT_FILE", empty.toString()).result("certificates")))
                .startsWith("failed: SSL_CERT_FILE names " + empty + ", which has no certificate in PEM.");

        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), NONSENSE);
        assertThat(told(machine.variable("SSL_CERT_FILE", nonsense.toString()).result("certificates")))
                .startsWith("failed: SSL_CERT_FILE names " + nonsense
                        + ", which has no certificate in PEM that can be read.");

        machine.variable("SSL_CERT_FILE", "").variable("SSL_CERT_DIR", gone.toString());
        assertThat(told(machine.result("certificates")))
                .startsWith("failed: SSL_CERT_DIR names " + gone + ", and there is no such folder.");
    }

    @Test
    void certificateAuthoritiesThatAreThere() {
        assertThat(machine.result("certificates").verdict().word()).isEqualTo("passed");
    }

    @Test
    void anIndexWhoseCertificateNobodyTrusts() throws Exception {
        OwnCertificate own = OwnCertificate.make(folder);
        HttpsServer unknown = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        unknown.setHttpsConfigurator(new HttpsConfigurator(own.context()));
        unknown.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        unknown.start();
        try {
            URI index = URI.create("https://127.0.0.1:" + unknown.getAddress().getPort() + "/simple");
            machine.wanting(fromIndex(index.toString()));

            assertThat(told(machine.result("index")))
                    .startsWith(
                            "failed: " + index + " was not fetched: the certificate of 127.0.0.1 is not trusted here")
                    .contains("certificate", "SSL_CERT_FILE");
            assertThat(machine.result("certificates").verdict().word()).isEqualTo("passed");

            Path authorities = Files.writeString(folder.resolve("own.pem"), own.pem());
            machine.variable("SSL_CERT_FILE", authorities.toString());
            assertThat(machine.result("index").verdict().word()).isEqualTo("passed");
            assertThat(seen(machine.result("certificates"), "SSL_CERT_FILE"))
                    .containsExactly(authorities + ", 1 certificate");

            Files.writeString(authorities, own.pem() + NONSENSE);
            assertThat(told(machine.result("certificates")))
                    .startsWith("warning: SSL_CERT_FILE names " + authorities
                            + ", where 1 of 2 certificates cannot be read.");
        } finally {
            unknown.stop(0);
        }
    }

    private URI server(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Where nobody listens. */
    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
