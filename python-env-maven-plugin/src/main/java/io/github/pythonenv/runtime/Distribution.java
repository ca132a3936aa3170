package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.Host;
import java.util.Optional;

/**
 * An archive of the catalogue.
 *
 * @param version the CPython in it
 * @param platform the id of the platform that it is built for, for example {@code linux-x86_64}
 * @param source whose archive it is
 * @param origin where its bytes are
 * @param sha256 the digest of the archive, 64 lower-case hexadecimal digits
 * @param needs what it wants of the machine
 * @param size of the archive in bytes; 0 where nobody wrote it down
 */
public record Distribution(
        PythonVersion version, String platform, Source source, Origin origin, String sha256, Needs needs, long size)
        implements Candidate {

    @Override
    public String title() {
        return "CPython " + version;
    }

    /**
     * Compares what this needs with a machine.
     *
     * @param host a machine
     * @return why this cannot start there, as the end of a sentence that begins with its name; nothing if it can
     */
    Optional<String> obstacle(Host host) {
        return platform.equals(host.platform().id())
                ? needs.floor().obstacle(host)
                : Optional.of("is for " + platform + ", and this machine is "
                        + host.platform().id());
    }
}
