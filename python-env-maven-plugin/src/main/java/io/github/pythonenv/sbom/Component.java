package io.github.pythonenv.sbom;

import java.util.Optional;

/**
 * A part of a bill of materials.
 *
 * @param type as CycloneDX names it: {@code library}, {@code application}, {@code platform}
 * @param group may be empty
 * @param description may be empty
 * @param license as the package says it; may be empty
 * @param sha256 of the file that it was made from
 * @param url where that file is
 * @param purl its package URL, which also is its name within the bill
 */
public record Component(
        String type,
        String group,
        String name,
        String version,
        String description,
        String license,
        Optional<String> sha256,
        Optional<String> url,
        String purl) {

    /** Whether the license is an expression of SPDX rather than words. */
    boolean spdx() {
        return Licenses.isExpression(license);
    }
}
