package io.github.pythonenv.validation;

/**
 * Something that a check saw.
 *
 * @param label what it is, for example {@code interpreter}; several pieces of evidence may have the same
 * @param text what was seen, one line
 */
public record Evidence(String label, String text) {}
