package io.github.pythonenv.download;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user's name and password for one host. Does not print. */
public record Credentials(String user, String password) {

    /** As the scheme Basic sends it (RFC 7617). */
    String basic() {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
        return "***";
    }
}
