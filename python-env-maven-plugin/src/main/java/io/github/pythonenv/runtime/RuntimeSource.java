package io.github.pythonenv.runtime;

/** Where the archive of a distribution comes from. */
public sealed interface RuntimeSource permits MavenSource {

    /** The word for it in configuration, messages and records, for example {@code maven}. */
    String word();
}
