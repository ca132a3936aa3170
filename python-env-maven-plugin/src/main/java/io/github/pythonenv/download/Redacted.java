package io.github.pythonenv.download;

import java.net.URI;

/** URLs as they may be printed: without user names, passwords and signatures. */
final class Redacted {
    private Redacted() {}

    /** Without user info, query and fragment: signed URLs carry their right to read in the query. */
    static String uri(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : "//" + withoutUser(uri.getRawAuthority());
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?…";
        return uri.getScheme() + ":" + authority + path + query;
    }

    /** Host and port. */
    static String withoutUser(String authority) {
        return authority.substring(authority.lastIndexOf('@') + 1);
    }
}
