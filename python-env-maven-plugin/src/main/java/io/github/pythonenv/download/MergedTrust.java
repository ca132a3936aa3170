package io.github.pythonenv.download;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * All authorities of several sources in one.
 *
 * @param more PEM files that count whatever the environment says
 */
record MergedTrust(Map<String, String> environment, AuthoritySources sources, List<Path> more) implements Trust {
    private static final Pattern PEM = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    @Override
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate authority : sources.jvm().authorities()) {
                store.setCertificateEntry("jvm-" + number++, authority);
            }
            for (Path file : files()) {
                for (Certificate authority : read(file)) {
                    store.setCertificateEntry("file-" + number++, authority);
                }
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new UserFailure(
                    "The certificate authorities could not be read: " + FileFault.why(e) + ".",
                    "Check the files that SSL_CERT_FILE and SSL_CERT_DIR name, and the JVM's trust store.",
                    e);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        set("SSL_CERT_FILE").ifPresent(files::add);
        Optional<Path> folder = set("SSL_CERT_DIR");
        if (folder.isPresent()) {
            try (Stream<Path> inside = Files.list(folder.get())) {
                inside.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            files.addAll(sources.bundles());
        }
        files.addAll(more);
        return files;
    }

    private Optional<Path> set(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /** One by one: bundles hold now and then a certificate that Java does not read, which is no reason to fail. */
    private static List<Certificate> read(Path file) throws IOException, CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        List<Certificate> found = new ArrayList<>();
        while (pem.find()) {
            byte[] one = pem.group().getBytes(StandardCharsets.ISO_8859_1);
            try {
                found.add(factory.generateCertificate(new ByteArrayInputStream(one)));
            } catch (CertificateException e) {
                // It is not trusted then.
            }
        }
        return found;
    }
}
