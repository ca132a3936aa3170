package io.github.pythonenv.tuning;

/**
 * Settings that do not go together, by whomever they were made.
 *
 * @param message what happens, a sentence
 * @param hint what to do
 */
public record Contradiction(String message, String hint) {}
