package io.github.pythonenv.environment;

/** The generation that an environment is taken to. */
public sealed interface Destination {

    /** The one before the one that stands. */
    record Back() implements Destination {}

    /** The one with that number. */
    record Numbered(long number) implements Destination {}

    /** The newest; the environment is not held there. */
    record Newest() implements Destination {}
}
