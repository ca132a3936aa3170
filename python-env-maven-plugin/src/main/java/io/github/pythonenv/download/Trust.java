package io.github.pythonenv.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Which servers are believed to be who they say they are. */
@FunctionalInterface
public interface Trust {

    /** Made when the first connection needs it: reading hundreds of certificates takes its time. */
    SSLContext context();

    /**
     * Trusts whom this JVM trusts, and also whom {@code SSL_CERT_FILE} and {@code SSL_CERT_DIR} name or, where they are
     * not set, whom this machine trusts.
     *
     * @param environment the variables of this process
     */
    static Trust of(Map<String, String> environment) {
        return new MergedTrust(environment, AuthoritySources.ofThisMachine(), List.of());
    }

    /**
     * Trusts also whom a file names.
     *
     * @param more a PEM file with authorities
     */
    static Trust of(Map<String, String> environment, Path more) {
        return new MergedTrust(environment, AuthoritySources.ofThisMachine(), List.of(more));
    }
}
