package io.github.pythonenv.download;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user's name and password for one host. Does not print. */
public record Credentials(String user, String password) {

    /** As the scheme Basic sends it (RFC 7617). */
    String basic() {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** As they stand in a URL before the host, {@code user:password}: all but letters, digits and few more escaped. */
    public String inUrl() {
        return escaped(user) + ":" + escaped(password);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "***";
    }
}
