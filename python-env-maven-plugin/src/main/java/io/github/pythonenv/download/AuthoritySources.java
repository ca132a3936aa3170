package io.github.pythonenv.download;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Where it stands whom to trust here.
 *
 * @param bundles PEM files: the system's, where it keeps one
 * @param stores the files that the JVM takes its trust from
 * @param stamp what else tells one state of the sources from another
 * @param jvm the authorities that the JVM trusts
 */
record AuthoritySources(List<Path> bundles, List<Path> stores, String stamp, Trusted jvm) {

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

    /** Authorities that somebody trusts. */
    @FunctionalInterface
    interface Trusted {
        List<X509Certificate> authorities() throws GeneralSecurityException;
    }

    static AuthoritySources ofThisMachine() {
        Optional<String> systemStore = systemStore(System.getProperty("os.name"));
        return new AuthoritySources(
                SYSTEM_BUNDLES.stream().filter(Files::isReadable).limit(1).toList(),
                trustStores(),
                // A store that is no file does not tell when it changed, so it is read each day.
                System.getProperty("java.home")
                        + systemStore
                                .map(store -> " " + store + " " + LocalDate.now(ZoneOffset.UTC))
                                .orElse(""),
                () -> Stream.concat(trusted(null).stream(), inSystemStore(systemStore))
                        .distinct()
                        .toList());
    }

    /**
     * These and more: a file, and what the user set in place of the system's.
     *
     * @throws UserFailure where the file is not there
     */
    AuthoritySources with(Map<String, String> environment, Path more) {
        if (!Files.isReadable(more)) {
            throw new UserFailure(
                    "<caCertificates> names " + more + ", which is not there or cannot be read.",
                    "Name a PEM file with the certificates of authorities: -----BEGIN CERTIFICATE----- and so on.");
        }
        Stream<Path> users = Stream.of("SSL_CERT_FILE", "PIP_CERT")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Files::isReadable);
        List<Path> all = Stream.concat(bundles.stream(), Stream.concat(users, Stream.of(more)))
                .distinct()
                .toList();
        return new AuthoritySources(all, stores, stamp, jvm);
    }

    /** A text that changes when one of the sources does. */
    String state() {
        StringBuilder text = new StringBuilder(stamp);
        Stream.concat(bundles.stream(), stores.stream()).forEach(file -> {
            text.append('\n').append(file);
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                text.append(' ').append(attributes.size());
                text.append(' ').append(attributes.lastModifiedTime().toMillis());
            } catch (IOException e) {
                text.append(" cannot be read");
            }
        });
        return text.toString();
    }

    /** The key store in which a system keeps its authorities. Source: the JDK Providers Documentation. */
    static Optional<String> systemStore(String os) {
        if (os.startsWith("Windows")) {
            return Optional.of("Windows-ROOT");
        }
        return os.startsWith("Mac") ? Optional.of("KeychainStore") : Optional.empty();
    }

    /** Source: JSSE Reference Guide, "Customizing the Default Keystores and Truststores". */
    private static List<Path> trustStores() {
        String set = System.getProperty("javax.net.ssl.trustStore");
        Path security = Path.of(System.getProperty("java.home"), "lib", "security");
        return set != null && !set.isEmpty() && !set.equals("NONE")
                ? List.of(Path.of(set))
                : List.of(security.resolve("jssecacerts"), security.resolve("cacerts"));
    }

    private static Stream<X509Certificate> inSystemStore(Optional<String> type) throws GeneralSecurityException {
        if (type.isEmpty()) {
            return Stream.empty();
        }
        KeyStore store = KeyStore.getInstance(type.get());
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        return trusted(store).stream();
    }

    /** @param store null for the JVM's default */
    private static List<X509Certificate> trusted(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toList();
    }
}
