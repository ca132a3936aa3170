package io.github.pythonenv.packages;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of packages. Source: "Names and normalization" of the Python packaging specifications. */
public final class PackageName {

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    private PackageName() {}

    /** The one spelling of a name, or of an extra's, that can be compared. */
    public static String normal(String name) {
        return SEPARATORS.matcher(name.strip()).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
