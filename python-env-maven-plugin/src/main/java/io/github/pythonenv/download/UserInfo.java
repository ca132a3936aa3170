package io.github.pythonenv.download;

import java.net.URI;
import java.util.Optional;

/** User name and password as they stand in URLs. */
final class UserInfo {
    private UserInfo() {}

    static Optional<Credentials> of(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(credentials(authority.substring(0, at)));
    }

    static Credentials credentials(String userInfo) {
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new Credentials(PercentCode.decoded(userInfo), "")
                : new Credentials(
                        PercentCode.decoded(userInfo.substring(0, colon)),
                        PercentCode.decoded(userInfo.substring(colon + 1)));
    }

    /** The same URI without; its path and query stay encoded as they are, and the fragment, which is not sent, goes. */
    static URI removedFrom(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(uri.getScheme() + "://" + Redacted.withoutUser(uri.getRawAuthority()) + path + query);
    }
}
