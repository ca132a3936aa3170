package io.github.pythonenv.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateAuthoritiesTest {

    @TempDir
    Path folder;

    private X509Certificate shared;
    private X509Certificate systemOnly;
    private X509Certificate jvmOnly;
    private Path system;
    private Path store;
    private int collected;

    @BeforeEach
    void sources() throws Exception {
        List<X509Certificate> real = AuthoritySources.ofThisMachine().jvm().authorities();
        shared = real.get(0);
        systemOnly = real.get(1);
        jvmOnly = real.get(2);
        // Systems break lines in places of their own.
        system = Files.writeString(
                folder.resolve("system.pem"), pem(shared, 76) + "# comment: é\n" + pem(systemOnly, 64));
        store = Files.writeString(folder.resolve("cacerts"), "state 1");
    }

    @Test
    void mergesWhatTheMachineAndOnlyTheJvmKnow() throws Exception {
        Path bundle = Path.of(addedTo(Map.of()).get("SSL_CERT_FILE"));

        assertThat(read(bundle)).containsExactly(shared, systemOnly, jvmOnly);
        assertThat(bundle).hasParent(folder.resolve("kept"));
    }

    @Test
    void holdsTheJvmsAloneWhereTheSystemKeepsNoBundle() throws Exception {
        Path bundle = new AuthorityBundle(
                        new AuthoritySources(List.of(), List.of(store), "jdk", this::trusted), folder.resolve("kept"))
                .file();

        assertThat(read(bundle)).containsExactly(shared, jvmOnly);
    }

    @Test
    void isMadeOnceForEachStateOfItsSources() throws IOException {
        Path first = bundle().file();
        assertThat(bundle().file()).isEqualTo(first);
        assertThat(collected).isEqualTo(1);

        Files.setLastModifiedTime(system, FileTime.fromMillis(0));
        Path second = bundle().file();
        Files.writeString(store, "state 2, longer");
        Path third = bundle().file();

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(collected).isEqualTo(3);
    }

    @Test
    void leavesNoDraftAndLetsOthersRead() throws IOException {
        Path bundle = bundle().file();

        try (var files = Files.list(folder.resolve("kept"))) {
            assertThat(files).containsExactly(bundle);
        }
        if (bundle.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Path plain = Files.createFile(folder.resolve("plain"));
            assertThat(Files.getPosixFilePermissions(bundle)).isEqualTo(Files.getPosixFilePermissions(plain));
        }
    }

    @Test
    void tellsAllThreeTools() {
        Map<String, String> variables = addedTo(Map.of("HOME", folder.toString(), "A", "b"));

        assertThat(variables)
                .containsEntry("A", "b")
                .containsEntry("UV_SYSTEM_CERTS", "true")
                .containsEntry("PIP_CERT", variables.get("SSL_CERT_FILE"));
    }

    @Test
    void letsTheUsersFileWin() {
        assertThat(addedTo(Map.of("SSL_CERT_FILE", "/mine.pem")))
                .containsEntry("SSL_CERT_FILE", "/mine.pem")
                .containsEntry("PIP_CERT", "/mine.pem");
        assertThat(addedTo(Map.of("SSL_CERT_DIR", "/mine")))
                .containsEntry("SSL_CERT_DIR", "/mine")
                .doesNotContainKeys("SSL_CERT_FILE", "PIP_CERT");
        assertThat(collected).isZero();
    }

    @Test
    void takesBlankForNotSet() {
        assertThat(addedTo(Map.of("SSL_CERT_FILE", "", "SSL_CERT_DIR", " ")).get("SSL_CERT_FILE"))
                .contains("authorities-");
    }

    @Test
    void letsWhatTheUserToldUvWin() {
        assertThat(addedTo(Map.of("UV_SYSTEM_CERTS", "false"))).containsEntry("UV_SYSTEM_CERTS", "false");
        assertThat(addedTo(Map.of("UV_NATIVE_TLS", "false")))
                .containsEntry("UV_NATIVE_TLS", "false")
                .doesNotContainKey("UV_SYSTEM_CERTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"})
    void letsWhatTheUserToldPipInVariablesWin(String variable) {
        assertThat(addedTo(Map.of(variable, "/mine.pem")))
                .containsEntry(variable, "/mine.pem")
                .doesNotContainKey("PIP_CERT");
        assertThat(addedTo(Map.of("PIP_CERT", "/mine.pem"))).containsEntry("PIP_CERT", "/mine.pem");
    }

    @ParameterizedTest
    @CsvSource({
        "HOME, .config/pip/pip.conf",
        "HOME, .pip/pip.conf",
        "HOME, Library/Application Support/pip/pip.conf",
        "XDG_CONFIG_HOME, pip/pip.conf",
        "APPDATA, pip/pip.ini",
        "USERPROFILE, pip/pip.ini",
        "PROGRAMDATA, pip/pip.ini"
    })
    void letsWhatTheUserToldPipInItsFilesWin(String variable, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Map<String, String> environment = Map.of(variable, folder.toString());

        Files.writeString(file, "[global]\n# cert = /none.pem\ntimeout = 60\nclient_cert = /c.pem\n");
        assertThat(addedTo(environment)).containsKey("PIP_CERT");

        Files.writeString(file, "[global]\ntimeout = 60\ncert = /mine.pem\n");
        assertThat(addedTo(environment)).doesNotContainKey("PIP_CERT");
    }

    @Test
    void letsWhatTheMachinesOwnerToldPipWin() throws IOException {
        Files.createDirectory(folder.resolve("etc"));
        Files.writeString(folder.resolve("etc/pip.conf"), "[global]\ncert = /company.pem\n");

        assertThat(addedTo(Map.of())).doesNotContainKey("PIP_CERT").containsKey("SSL_CERT_FILE");
    }

    @Test
    void readsTheFileThatPipIsToldToRead() throws IOException {
        Path file = Files.writeString(folder.resolve("own.ini"), "[global]\ncert: /mine.pem\n");

        assertThat(addedTo(Map.of("PIP_CONFIG_FILE", file.toString()))).doesNotContainKey("PIP_CERT");
    }

    @Test
    void keepsNamesEqualWhateverTheirCaseOnWindows() {
        Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        environment.put("Path", "C:\\");

        assertThat(addedTo(environment).get("PATH")).isEqualTo("C:\\");
    }

    @Test
    void saysWhereItCouldNotBeCollected() throws IOException {
        Files.writeString(folder.resolve("kept"), "a file where the folder belongs");

        assertThatThrownBy(() -> addedTo(Map.of())).isInstanceOfSatisfying(UserFailure.class, failure -> {
            assertThat(failure).hasMessageContaining(folder.resolve("kept").toString());
            assertThat(failure.hint()).contains("SSL_CERT_FILE");
        });
    }

    @Test
    void knowsWhereThisMachineKeepsItsOwn() throws Exception {
        AuthoritySources here = AuthoritySources.ofThisMachine();

        assertThat(here.jvm().authorities()).isNotEmpty();
        assertThat(here.state()).isEqualTo(AuthoritySources.ofThisMachine().state());
        assertThat(AuthoritySources.systemStore("Windows 11")).contains("Windows-ROOT");
        assertThat(AuthoritySources.systemStore("Mac OS X")).contains("KeychainStore");
        assertThat(AuthoritySources.systemStore("Linux")).isEmpty();
    }

    private Map<String, String> addedTo(Map<String, String> environment) {
        PipConfiguration pip = new PipConfiguration(environment, List.of(folder.resolve("etc/pip.conf")));
        return CertificateAuthorities.addedTo(environment, pip, bundle());
    }

    private AuthorityBundle bundle() {
        return new AuthorityBundle(
                new AuthoritySources(List.of(system), List.of(store), "jdk", this::trusted), folder.resolve("kept"));
    }

    private List<X509Certificate> trusted() {
        collected++;
        return List.of(shared, jvmOnly);
    }

    private static List<Certificate> read(Path bundle) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(bundle)) {
            return new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
    }

    private static String pem(X509Certificate certificate, int width) throws GeneralSecurityException {
        String body = Base64.getMimeEncoder(width, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
