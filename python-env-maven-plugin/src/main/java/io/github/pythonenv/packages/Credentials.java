package io.github.pythonenv.packages;

import java.util.regex.Pattern;

/** User names and passwords in URLs, which must not be shown or kept. */
final class Credentials {

    private Credentials() {}

    /** The text with stars in their place. */
    static String hidden(String text) {
        return text.indexOf('@') < 0 ? text : Urls.WITH_USER.matcher(text).replaceAll("***@");
    }

    /** Whether there are any that are written out rather than taken from a variable. */
    static boolean writtenIn(String text) {
        return Urls.WITH_LITERAL_PASSWORD.matcher(text).find();
    }

    /** Apart, since a build that has nothing to do asks about texts without any and should not wait for these. */
    private static final class Urls {
        static final Pattern WITH_USER = Pattern.compile("(?<=://)[^/@\\s]+@");
        static final Pattern WITH_LITERAL_PASSWORD =
                Pattern.compile("https?://(?:[^/@\\s:]*:)?(?!\\$\\{[A-Z0-9_]+}@)[^/@\\s:]+@");
    }
}
