package io.github.pythonenv.download;

import java.net.URI;
import java.util.Optional;

/** Who may read where. Asked anew for each host that a download is redirected to. */
@FunctionalInterface
public interface Logins {

    /** Nobody needs to say who they are. */
    Logins NONE = uri -> Optional.empty();

    /** The credentials for this URI, sent at once and to its host only. */
    Optional<Credentials> forUri(URI uri);

    /** The credentials that are listed under a name, whatever they are for. */
    default Optional<Credentials> named(String id) {
        return Optional.empty();
    }
}
