package io.github.pythonenv.packages;

/**
 * Something wrong with an installed package.
 *
 * @param distribution the package's name
 * @param text what is wrong, a sentence for a person
 */
public record Defect(String distribution, String text) {}
