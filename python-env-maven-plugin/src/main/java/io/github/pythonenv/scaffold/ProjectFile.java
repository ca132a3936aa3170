package io.github.pythonenv.scaffold;

/**
 * A file of a project.
 *
 * @param path relative to the project's folder, with slashes
 * @param text all that is in it
 */
public record ProjectFile(String path, String text) {}
