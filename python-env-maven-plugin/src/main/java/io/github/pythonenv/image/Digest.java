package io.github.pythonenv.image;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * By what bytes are named.
 *
 * @param hex their SHA-256, 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {

    private static final String ALGORITHM = "sha256:";
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** The digest of a document, in UTF-8. */
    static Digest of(String document) {
        return new Digest(Digests.sha256(document.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads what a document says.
     *
     * @param document where it stands, for messages
     */
    static Digest read(String text, Path document) {
        String hex = text.startsWith(ALGORITHM) ? text.substring(ALGORITHM.length()) : "";
        if (!FORM.matcher(hex).matches()) {
            throw new UserFailure(
                    document + " names something by '" + text + "', which is no SHA-256.",
                    "Have the base image written anew, for example by skopeo copy.");
        }
        return new Digest(hex);
    }

    /** As documents have it: {@code sha256:…}. */
    @Override
    public String toString() {
        return ALGORITHM + hex;
    }
}
