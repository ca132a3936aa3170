package io.github.pythonenv.archive;

/**
 * What an unpacking wrote.
 *
 * @param files files and links, without folders
 * @param bytes their size together
 */
public record Unpacked(long files, long bytes) {}
