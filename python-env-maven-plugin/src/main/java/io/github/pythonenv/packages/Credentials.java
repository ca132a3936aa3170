package io.github.pythonenv.packages;

import java.util.regex.Pattern;

/** User names and passwords in URLs, which must not be shown or kept. */
final class Credentials {

    private static final Pattern IN_URL = Pattern.compile("(?<=://)[^/@\\s]+@");
    private static final Pattern LITERAL =
            Pattern.compile("https?://(?:[^/@\\s:]*:)?(?!\\$\\{[A-Z0-9_]+}@)[^/@\\s:]+@");

    private Credentials() {}

    /** The text with stars in their place. */
    static String hidden(String text) {
        return IN_URL.matcher(text).replaceAll("***@");
    }

    /** Whether there are any that are written out rather than taken from a variable. */
    static boolean writtenIn(String text) {
        return LITERAL.matcher(text).find();
    }
}
