package io.github.pythonenv.packages;

/**
 * Something wrong with an installed package.
 *
 * @param distribution the package's name
 * @param file as it is recorded, relative to site-packages; empty where it is about no recorded file
 * @param text what is wrong, a sentence for a person
 */
public record Defect(String distribution, String file, String text) {

    Defect(String distribution, String text) {
        this(distribution, "", text);
    }
}
