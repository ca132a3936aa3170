package io.github.pythonenv.sbom;

import java.util.Set;

/**
 * Tells expressions of SPDX from other words for licenses. Source: the SPDX License List 3.27, of which those are here that
 * Python packages mostly have; a package with another one is listed with the words that it says.
 */
final class Licenses {

    private static final Set<String> KNOWN = Set.of(
            "0BSD",
            "AGPL-3.0-only",
            "AGPL-3.0-or-later",
            "Apache-2.0",
            "Artistic-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSL-1.0",
            "CC0-1.0",
            "GPL-2.0-only",
            "GPL-2.0-or-later",
            "GPL-3.0-only",
            "GPL-3.0-or-later",
            "HPND",
            "ISC",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "LGPL-3.0-or-later",
            "MIT",
            "MIT-0",
            "MIT-CMU",
            "MPL-2.0",
            "PSF-2.0",
            "Python-2.0",
            "Unlicense",
            "WTFPL",
            "ZPL-2.1",
            "Zlib",
            "LLVM-exception",
            "GCC-exception-3.1");

    private static final Set<String> OPERATORS = Set.of("AND", "OR", "WITH");

    private Licenses() {}

    static boolean isExpression(String license) {
        String[] words = license.replace('(', ' ').replace(')', ' ').strip().split("\\s+", -1);
        for (int i = 0; i < words.length; i++) {
            if (i % 2 == 0 ? !KNOWN.contains(words[i]) : !OPERATORS.contains(words[i])) {
                return false;
            }
        }
        return words.length % 2 == 1;
    }
}
