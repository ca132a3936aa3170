package io.github.pythonenv.runtime;

/** An archive that a runtime can be made from. */
public sealed interface Candidate permits Distribution, UnseenArchive {

    /** What is in it, for a person: {@code CPython 3.14.3}. */
    String title();

    /** Whose archive it is. */
    Source source();

    /** Where its bytes are. */
    Origin origin();

    /** The digest of the archive, 64 lower-case hexadecimal digits. */
    String sha256();
}
