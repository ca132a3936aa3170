package io.github.pythonenv.tuning;

/**
 * Something that would be set, and is not.
 *
 * @param name what
 * @param value to what
 * @param reason why not, a phrase for a person
 */
public record Withheld(String name, String value, String reason) {}
