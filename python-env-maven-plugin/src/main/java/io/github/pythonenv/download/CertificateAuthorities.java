package io.github.pythonenv.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells child processes of the certificate authorities that hold here: those of the machine and those that only the
 * JVM's trust store knows. What the user set for a tool wins.
 */
public final class CertificateAuthorities {

    private CertificateAuthorities() {}

    /**
     * The variables that make OpenSSL, pip and uv trust whom this machine and this JVM trust.
     *
     * @param environment the variables of this process; what is set in them stays as it is
     * @param folder where the PEM file with the authorities is kept; it is made once for each state of its sources
     * @return the given variables, completed, their names ordered as before
     * @throws io.github.pythonenv.UserFailure when the file cannot be written
     */
    public static Map<String, String> addedTo(Map<String, String> environment, Path folder) {
        return addedTo(
                environment,
                new PipConfiguration(environment, PipConfiguration.OF_THIS_MACHINE),
                new AuthorityBundle(AuthoritySources.ofThisMachine(), folder));
    }

    /**
     * The same, and authorities of a file besides: whatever the user set, they are trusted, too.
     *
     * @param more a PEM file
     * @throws io.github.pythonenv.UserFailure when it cannot be read, or the file with all of them not be written
     */
    public static Map<String, String> addedTo(Map<String, String> environment, Path folder, Path more) {
        Map<String, String> completed = addedTo(environment, folder);
        AuthoritySources sources = AuthoritySources.ofThisMachine().with(environment, more);
        String all = new AuthorityBundle(sources, folder).file().toString();
        List.of("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE").forEach(name -> completed.put(name, all));
        return completed;
    }

    static Map<String, String> addedTo(Map<String, String> environment, PipConfiguration pip, AuthorityBundle bundle) {
        // The order of a sorted map is what makes names equal on Windows whatever their case.
        Map<String, String> completed = environment instanceof SortedMap<String, String> sorted
                ? new TreeMap<>(sorted)
                : new TreeMap<>(environment);
        if (isBlank(completed, "SSL_CERT_FILE") && isBlank(completed, "SSL_CERT_DIR")) {
            completed.put("SSL_CERT_FILE", bundle.file().toString());
        }
        if (!isBlank(completed, "SSL_CERT_FILE") && !pip.namesAuthorities()) {
            completed.put("PIP_CERT", completed.get("SSL_CERT_FILE"));
        }
        if (isBlank(completed, "UV_NATIVE_TLS") && isBlank(completed, "UV_SYSTEM_CERTS")) {
            completed.put("UV_SYSTEM_CERTS", "true");
        }
        return completed;
    }

    private static boolean isBlank(Map<String, String> variables, String name) {
        return variables.getOrDefault(name, "").isBlank();
    }
}
