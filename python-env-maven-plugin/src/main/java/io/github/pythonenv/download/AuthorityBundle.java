package io.github.pythonenv.download;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.UUID;

/**
 * The PEM file with all authorities that hold here: the system's bundle as it is, and those that only the JVM knows.
 *
 * @param sources where they come from
 * @param folder where the file is kept
 */
record AuthorityBundle(AuthoritySources sources, Path folder) {

    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /**
     * Makes the file, once for each state of its sources.
     *
     * @throws UserFailure when it cannot be written
     */
    Path file() {
        // Only tells states apart: nothing is trusted because of it.
        UUID state = UUID.nameUUIDFromBytes(sources.state().getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("authorities-" + state + ".pem");
        if (!Files.exists(file)) {
            make(file);
        }
        return file;
    }

    private void make(Path file) {
        try {
            Files.createDirectories(folder);
            // Not a temporary file of Java's, which others who read this store could not read.
            Path draft = folder.resolve(UUID.randomUUID() + ".draft");
            try {
                Files.writeString(draft, merged(), StandardCharsets.ISO_8859_1);
                publish(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new UserFailure(
                    "The certificate authorities could not be collected in " + folder + ": " + e,
                    "Check that the folder can be written, or name a PEM file in the variable SSL_CERT_FILE.",
                    e);
        }
    }

    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Windows replaces no file that somebody reads; whoever was faster made the same.
            if (!Files.exists(file)) {
                throw e;
            }
        }
    }

    private String merged() throws IOException, GeneralSecurityException {
        StringBuilder pem = new StringBuilder();
        for (Path bundle : sources.bundles()) {
            pem.append(Files.readString(bundle, StandardCharsets.ISO_8859_1)).append('\n');
        }
        String known = pem.toString().replaceAll("\\s", "");
        for (X509Certificate authority : sources.jvm().authorities()) {
            String encoded = PEM.encodeToString(authority.getEncoded());
            if (!known.contains(encoded.replace("\n", ""))) {
                pem.append("-----BEGIN CERTIFICATE-----\n").append(encoded).append("\n-----END CERTIFICATE-----\n");
            }
        }
        return pem.toString();
    }
}
