package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Credentials;
import io.github.pythonenv.download.Logins;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a service for known vulnerabilities that wants a login gets it, through the real uv. */
@Tag("network")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class PackageAuditTest {

    private static final String PASSWORD = "au/dit p@ss:word";
    private static final AuditedPackages ONE = new AuditedPackages(Map.of("base", new TreeSet<>(List.of("1.0"))));

    /** Lists the login under a host and under a name. */
    private static final Logins LISTED = new Logins() {
        @Override
        public Optional<Credentials> forUri(URI uri) {
            return named(uri.getHost());
        }

        @Override
        public Optional<Credentials> named(String id) {
            return id.equals("127.0.0.1") || id.equals("vulnerabilities")
                    ? Optional.of(new Credentials("auditor", PASSWORD))
                    : Optional.empty();
        }
    };

    /** One that is for another service. */
    private static final Logins OTHERS = new Logins() {
        @Override
        public Optional<Credentials> forUri(URI uri) {
            return Optional.empty();
        }

        @Override
        public Set<String> names() {
            return Set.of("releases", "vulnerabilities");
        }
    };

    @Test
    void theLoginIsTheServersOfTheSettings(RealUv uv) throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/osv/v1/querybatch", PackageAuditTest::nothingKnown)
                .setAuthenticator(new BasicAuthenticator("vulnerabilities", StandardCharsets.UTF_8) {
                    @Override
                    public boolean checkCredentials(String name, String word) {
                        return name.equals("auditor") && word.equals(PASSWORD);
                    }
                });
        service.start();
        try (Trial trial = new Trial(uv)) {
            Optional<String> url =
                    Optional.of("http://127.0.0.1:" + service.getAddress().getPort() + "/osv");
            assertThatExceptionOfType(UserFailure.class)
                    .isThrownBy(() -> trial.audit().ask(ONE, new AuditService(url, Optional.empty()), Logins.NONE))
                    .withMessageContaining("401")
                    .satisfies(failure -> assertThat(failure.hint()).contains("by a <server>"));

            AuditService misnamed = new AuditService(url, Optional.of("vulnerabilitys"));
            assertThatExceptionOfType(UserFailure.class)
                    .isThrownBy(() -> trial.audit().ask(ONE, misnamed, OTHERS))
                    .satisfies(failure -> assertThat(failure.hint())
                            .startsWith("settings.xml has no <server> with the id 'vulnerabilitys', which audit.server"
                                    + " names. Did you mean vulnerabilities? ")
                            .contains("wants another login"));

            for (Optional<String> server : List.of(Optional.<String>empty(), Optional.of("vulnerabilities"))) {
                assertThat(trial.audit().ask(ONE, new AuditService(url, server), LISTED))
                        .contains("\"audited_packages\": 1");
            }
            assertThat(trial.told())
                    .anyMatch(told -> told.contains("uv audit"))
                    .noneMatch(told -> told.contains(PASSWORD));
        } finally {
            service.stop(0);
        }
    }

    @Test
    void aPasswordInItsAddressWouldBeSeen() {
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> new AuditService(Optional.of("https://me:pass@osv.example"), Optional.empty()))
                .withMessageNotContaining("me:pass")
                .satisfies(failure -> assertThat(failure.hint()).contains("audit.server"));
    }

    private static void nothingKnown(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = "{\"results\": [{}]}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
