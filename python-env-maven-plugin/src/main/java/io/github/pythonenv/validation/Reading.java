package io.github.pythonenv.validation;

/**
 * Something that was measured once.
 *
 * @param title what it is, for a person
 */
record Reading(String title, Figure figure) {}
