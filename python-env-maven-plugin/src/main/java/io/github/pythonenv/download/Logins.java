package io.github.pythonenv.download;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Who may read where. Asked anew for each host that a download is redirected to. */
@FunctionalInterface
public interface Logins {

    /** Nobody needs to say who they are. */
    Logins NONE = uri -> Optional.empty();

    /**
     * The credentials for this URI, sent at once and to its host only.
     *
     * @throws io.github.pythonenv.UserFailure where they are listed and cannot be read
     */
    Optional<Credentials> forUri(URI uri);

    /**
     * The credentials that are listed under a name, whatever they are for.
     *
     * @throws io.github.pythonenv.UserFailure where they are listed and cannot be read
     */
    default Optional<Credentials> named(String id) {
        return Optional.empty();
    }

    /** The names under which anything is listed. */
    default Set<String> names() {
        return Set.of();
    }
}
