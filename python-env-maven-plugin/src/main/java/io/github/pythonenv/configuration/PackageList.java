package io.github.pythonenv.configuration;

import java.util.ArrayList;
import java.util.List;

/** Packages as Maven hands them over. */
public final class PackageList {

    private PackageList() {}

    /**
     * Joins again what Maven took apart: on the command line it splits lists at commas, which requirements use too
     * ({@code numpy>=2,<3}, {@code rich[jupyter,svg]}). No requirement begins with a comparison, or within brackets.
     */
    public static List<String> of(List<String> split) {
        List<String> packages = new ArrayList<>();
        for (String part : split) {
            String text = part.strip();
            int last = packages.size() - 1;
            if (last >= 0 && (text.matches("[<>=!~].*") || endsWithinBrackets(packages.get(last)))) {
                packages.set(last, packages.get(last) + "," + text);
            } else if (!text.isEmpty()) {
                packages.add(text);
            }
        }
        return packages;
    }

    private static boolean endsWithinBrackets(String requirement) {
        return requirement.lastIndexOf('[') > requirement.lastIndexOf(']');
    }
}
