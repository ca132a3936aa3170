package io.github.pythonenv.maven;

import java.util.ArrayList;
import java.util.List;

/** Packages as Maven hands them over. */
final class PackageList {

    private PackageList() {}

    /**
     * Joins again what Maven took apart: on the command line it splits lists at commas, which requirements use too
     * ({@code numpy>=2,<3}). No requirement begins with a comparison.
     */
    static List<String> of(List<String> split) {
        List<String> packages = new ArrayList<>();
        for (String part : split) {
            String text = part.strip();
            if (!packages.isEmpty() && text.matches("[<>=!~].*")) {
                packages.set(packages.size() - 1, packages.get(packages.size() - 1) + "," + text);
            } else if (!text.isEmpty()) {
                packages.add(text);
            }
        }
        return packages;
    }
}
