package io.github.pythonenv.configuration;

/**
 * What a setting comes to, and who said so.
 *
 * @param name as a parameter is called
 * @param value for a person
 * @param level {@code DEFAULT}, {@code FOUND} in a file of the project, or a level of {@link Origin}
 * @param place where exactly
 */
public record EffectiveSetting(String name, String value, String level, String place) {}
