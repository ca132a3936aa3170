package io.github.pythonenv.it.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority that no machine knows, with a certificate of its making for 127.0.0.1 and a host's name,
 * and others for those who ask. */
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
                "EC",
                "-validity",
                "30",
                "-keystore",
                "ca.p12");
        authority.keytool("-exportcert", "-rfc", "-alias", "ca", "-file", "ca.pem", "-keystore", "ca.p12");
        authority.vouchFor("server", "CN=127.0.0.1", "eku=serverAuth", "san=ip:127.0.0.1,dns:" + HOST);
        return authority;
    }

    private void vouchFor(String name, String subject, String... extensions) throws IOException, InterruptedException {
        String store = name + ".p12";
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                subject,
                "-keyalg",
                "EC",
                "-validity",
                "30",
                "-keystore",
                store);
        keytool("-certreq", "-alias", name, "-file", name + ".csr", "-keystore", store);
        List<String> signing = new ArrayList<>(List.of("-gencert", "-alias", "ca", "-infile", name + ".csr"));
        signing.addAll(List.of("-outfile", name + ".pem", "-rfc", "-validity", "30", "-keystore", "ca.p12"));
        for (String extension : extensions) {
            signing.addAll(List.of("-ext", extension));
        }
        keytool(signing.toArray(String[]::new));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.pem", "-keystore", store);
        keytool("-importcert", "-noprompt", "-alias", name, "-file", name + ".pem", "-keystore", store);
    }

    /** A certificate by which somebody shows who they are, with its key: a PEM file as uv and pip take it. */
    public Path clientCertificate(String who) throws IOException, InterruptedException {
        vouchFor(who, "CN=" + who, "eku=clientAuth");
        try {
            KeyStore store = keys(who + ".p12");
            String key =
                    pem("PRIVATE KEY", store.getKey(who, PASSWORD.toCharArray()).getEncoded());
            String certificate = pem("CERTIFICATE", store.getCertificate(who).getEncoded());
            return Files.writeString(folder.resolve(who + "-with-key.pem"), certificate + key);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static String pem(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private KeyStore keys(String file) throws IOException, GeneralSecurityException {
        try (InputStream keys = Files.newInputStream(folder.resolve(file))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(keys, PASSWORD.toCharArray());
            return store;
        }
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

    /** For a server that believes those, and only those, whom the authority vouches for. */
    SSLContext serverContext() throws IOException {
        try {
            KeyStore store = keys("server.p12");
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store, PASSWORD.toCharArray());
            TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            others.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), others.getTrustManagers(), null);
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
