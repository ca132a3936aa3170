package io.github.pythonenv.metrics;

/**
 * How long a stage took.
 *
 * @param stage its label, such as {@code InstallingPackages}
 * @param milliseconds how long
 * @param bytes how many bytes it moved, as far as this plugin moved them itself: what uv fetches is not counted
 */
public record StageTime(String stage, long milliseconds, long bytes) {}
