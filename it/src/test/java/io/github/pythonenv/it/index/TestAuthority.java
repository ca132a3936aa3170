package io.github.pythonenv.it.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that no machine knows, with a certificate of its making for 127.0.0.1 and a host's name. */
public final class TestAuthority {

    /** The name that is in the certificate, too; no machine knows it. */
    public static final String HOST = "index.example.test";

    private static final String PASSWORD = "changeit";

    private final Path folder;

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    /** Makes the authority and the certificate with the JDK's keytool. */
    public static TestAuthority create(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        TestAuthority authority = new TestAuthority(folder);
        authority.keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=A test authority",
                "-ext",
                "bc:c=ca:true",
                "-ext",
                "ku:c=keyCertSign,cRLSign",
                "-keyalg",
                "RSA",
                "-validity",
                "30",
                "-keystore",
                "ca.p12");
        authority.keytool("-exportcert", "-rfc", "-alias", "ca", "-file", "ca.pem", "-keystore", "ca.p12");
        authority.keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-dname",
                "CN=127.0.0.1",
                "-keyalg",
                "RSA",
                "-validity",
                "30",
                "-keystore",
                "server.p12");
        authority.keytool("-certreq", "-alias", "server", "-file", "server.csr", "-keystore", "server.p12");
        authority.keytool(
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                "server.csr",
                "-outfile",
                "server.pem",
                "-rfc",
                "-ext",
                "san=ip:127.0.0.1,dns:" + HOST,
                "-ext",
                "eku=serverAuth",
                "-validity",
                "30",
                "-keystore",
                "ca.p12");
        authority.keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.pem", "-keystore", "server.p12");
        authority.keytool(
                "-importcert", "-noprompt", "-alias", "server", "-file", "server.pem", "-keystore", "server.p12");
        return authority;
    }

    /** A trust store with all that the running JVM trusts, and this authority: for {@code javax.net.ssl.trustStore}. */
    public Path trustStore() throws IOException, InterruptedException {
        Path store = folder.resolve("trust.p12");
        if (!Files.exists(store)) {
            Path jvm = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
            Files.copy(jvm, store);
            keytool(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    "test-authority",
                    "-file",
                    "ca.pem",
                    "-keystore",
                    "trust.p12");
        }
        return store;
    }

    /** Its own certificate. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    SSLContext serverContext() throws IOException {
        try (InputStream keys = Files.newInputStream(folder.resolve("server.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(keys, PASSWORD.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }
}
