package io.github.pythonenv.packages;

/**
 * A program that a package declares. Source: "Entry points specification" of the Python packaging specifications.
 *
 * @param program its name
 * @param target what it calls: {@code module:attribute}
 */
public record EntryPoint(String program, String target) {}
