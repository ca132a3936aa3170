package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How package indexes are reached.
 *
 * @param named further indexes by name, asked before the default one; the names are those that {@code tool.uv.sources} of
 *     a project may use
 * @param server the name under which credentials for the default index are listed; else its host is that name
 * @param isolated whether what the user configured for uv and pip on this machine does not count
 * @param authorities a PEM file with certificate authorities that are trusted besides those of the machine
 * @param clientCertificate a PEM file with the certificate and key by which this build shows who it is
 */
public record IndexAccess(
        Map<String, String> named,
        Optional<String> server,
        boolean isolated,
        Optional<Path> authorities,
        Optional<Path> clientCertificate) {

    /** As uv and pip do it by themselves. */
    public static final IndexAccess USUAL =
            new IndexAccess(Map.of(), Optional.empty(), false, Optional.empty(), Optional.empty());

    public IndexAccess {
        named = Map.copyOf(named);
    }

    /** The canonical text of what decides the result; empty for what is usual. */
    String describe() {
        return (named.isEmpty() ? "" : " indexes " + new TreeMap<>(named)) + (isolated ? " isolated" : "");
    }
}
