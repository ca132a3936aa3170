package io.github.pythonenv.download;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The encoding of characters in URLs. */
final class PercentCode {
    private PercentCode() {}

    /** A percent sign that encodes nothing stands for itself, and so does a plus. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
