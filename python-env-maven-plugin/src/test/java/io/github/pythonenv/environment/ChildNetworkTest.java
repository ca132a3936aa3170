package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Logins;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxies;
import io.github.pythonenv.download.Trust;
import io.github.pythonenv.packages.IndexAccess;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildNetworkTest {

    @TempDir
    private Path folder;

    @Test
    void aClientCertificateIsToldOfWhereItIsThere() throws IOException {
        Path certificate = folder.resolve("client.pem");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> variables(certificate))
                .withMessageContaining("<clientCertificate> names " + certificate);

        Files.writeString(certificate, "");

        assertThat(variables(certificate))
                .containsEntry("SSL_CLIENT_CERT", certificate.toString())
                .containsEntry("PIP_CLIENT_CERT", certificate.toString());
    }

    @Test
    void aServerThatIsNotListedIsRememberedForWhoWantsALogin() {
        IndexAccess access =
                new IndexAccess(Map.of(), Optional.of("inside"), false, Optional.empty(), Optional.empty());

        assertThat(variables(access))
                .containsEntry(
                        "PYTHON_ENV_UNLISTED_SERVER",
                        "settings.xml has no <server> with the id 'inside', which indexServer names. ");
        assertThat(variables(IndexAccess.USUAL)).doesNotContainKey("PYTHON_ENV_UNLISTED_SERVER");
    }

    private static Network network() {
        return new Network(Proxies.of(List.of(), Map.of()), Logins.NONE, Trust.of(Map.of()));
    }

    private Map<String, String> variables(Path certificate) {
        return variables(
                new IndexAccess(Map.of(), Optional.empty(), false, Optional.empty(), Optional.of(certificate)));
    }

    private Map<String, String> variables(IndexAccess access) {
        EnvironmentRequest request = Asked.in(folder).request();
        return new ChildNetwork(Host.current(), new Store(folder.resolve("store")), network())
                .variables(request.with(request.inputs(), request.settings().with(access)));
    }
}
