package io.github.pythonenv.download;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities that hold here, handed to child processes: those of the machine and those that only the
 * JVM's trust store knows, merged into one PEM file. What the user set for a tool wins.
 */
public final class CertificateAuthorities {

    /**
     * Where systems keep their bundle. Source: the list in Go's crypto/x509 (root_linux.go, root_bsd.go); macOS keeps
     * one for OpenSSL at /etc/ssl/cert.pem.
     */
    private static final List<Path> SYSTEM_BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/pki/tls/cacert.pem"),
            Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private CertificateAuthorities() {}

    /**
     * The variables that make OpenSSL, pip and uv trust whom this machine and this JVM trust.
     *
     * @param environment the variables of this process; what is set in them stays as it is
     * @param folder where the merged PEM file is kept; it is made once for each state of its sources
     * @return the given variables, completed
     * @throws UserFailure when the file cannot be written
     */
    public static Map<String, String> addedTo(Map<String, String> environment, Path folder) {
        Map<String, String> completed = new TreeMap<>(environment);
        if (!completed.containsKey("SSL_CERT_FILE") && !completed.containsKey("SSL_CERT_DIR")) {
            completed.put("SSL_CERT_FILE", bundle(folder).toString());
        }
        if (completed.containsKey("SSL_CERT_FILE")) {
            completed.putIfAbsent("PIP_CERT", completed.get("SSL_CERT_FILE"));
        }
        if (!completed.containsKey("UV_NATIVE_TLS")) {
            completed.putIfAbsent("UV_SYSTEM_CERTS", "true");
        }
        return completed;
    }

    private static Path bundle(Path folder) {
        Optional<Path> system =
                SYSTEM_BUNDLES.stream().filter(Files::isReadable).findFirst();
        Path bundle = folder.resolve("authorities-" + state(system) + ".pem");
        if (Files.exists(bundle)) {
            return bundle;
        }
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "authorities", ".draft");
            Files.writeString(draft, merged(system), StandardCharsets.ISO_8859_1);
            return Files.move(draft, bundle, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | GeneralSecurityException e) {
            throw new UserFailure(
                    "The certificate authorities could not be collected in " + folder + ": " + e.getMessage(),
                    "Check that the folder can be written, or name a PEM file in SSL_CERT_FILE.",
                    e);
        }
    }

    /** A digest that changes when one of the sources does. */
    private static String state(Optional<Path> system) {
        StringBuilder text = new StringBuilder(System.getProperty("java.home"));
        Stream.concat(system.stream(), trustStores()).filter(Files::isReadable).forEach(file -> {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                text.append('\n').append(file).append(' ').append(attributes.size());
                text.append(' ').append(attributes.lastModifiedTime().toMillis());
            } catch (IOException e) {
                text.append('\n').append(file).append(" unreadable");
            }
        });
        // Only tells states apart: nothing is trusted because of it.
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The files that the JVM may take its trust from. Source: JSSE Reference Guide, "Customizing Stores". */
    private static Stream<Path> trustStores() {
        String set = System.getProperty("javax.net.ssl.trustStore");
        Path security = Path.of(System.getProperty("java.home"), "lib", "security");
        return set != null && !set.isEmpty() && !set.equals("NONE")
                ? Stream.of(Path.of(set))
                : Stream.of(security.resolve("jssecacerts"), security.resolve("cacerts"));
    }

    private static String merged(Optional<Path> system) throws IOException, GeneralSecurityException {
        StringBuilder pem = new StringBuilder();
        if (system.isPresent()) {
            pem.append(Files.readString(system.get(), StandardCharsets.ISO_8859_1))
                    .append('\n');
        }
        String known = pem.toString().replaceAll("\\s", "");
        for (X509Certificate authority : jvmAuthorities()) {
            String encoded = PEM.encodeToString(authority.getEncoded());
            if (!known.contains(encoded.replace("\n", ""))) {
                pem.append("-----BEGIN CERTIFICATE-----\n").append(encoded).append("\n-----END CERTIFICATE-----\n");
            }
        }
        return pem.toString();
    }

    private static List<X509Certificate> jvmAuthorities() throws GeneralSecurityException {
        Stream<X509Certificate> trusted = authorities(null);
        if (System.getProperty("os.name").startsWith("Windows")) {
            KeyStore windows = KeyStore.getInstance("Windows-ROOT");
            try {
                windows.load(null, null);
            } catch (IOException e) {
                throw new GeneralSecurityException(e);
            }
            trusted = Stream.concat(trusted, authorities(windows));
        }
        return trusted.distinct().toList();
    }

    /** @param store null for the JVM's default */
    private static Stream<X509Certificate> authorities(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()));
    }
}
