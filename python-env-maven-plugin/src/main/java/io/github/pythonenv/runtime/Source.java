package io.github.pythonenv.runtime;

import java.util.Optional;

/** Where a runtime comes from. */
public enum Source {
    /** An archive of the project python-build-standalone. */
    STANDALONE("standalone"),
    /** An artifact that Maven resolves. */
    MAVEN("maven"),
    /** An archive of one's own, from an address or a file. */
    ARCHIVE("archive"),
    /** The archive of a packed environment. */
    PACKED("packed"),
    /** The embeddable package for Windows. */
    EMBEDDABLE("embeddable"),
    /** An interpreter that the system or the user installed. */
    SYSTEM("system"),
    /** An interpreter that uv installed. */
    UV("uv"),
    /** The interpreter of a conda environment. */
    CONDA("conda");

    private final String word;

    Source(String word) {
        this.word = word;
    }

    /** The word for it in configuration, messages and records. */
    public String word() {
        return word;
    }

    /** Whether its runtimes are used where they are, and not put into the store. */
    public boolean inPlace() {
        return this == SYSTEM || this == UV || this == CONDA;
    }

    /** Finds the one that a word means; nothing if none does. */
    public static Optional<Source> named(String word) {
        for (Source source : values()) {
            if (source.word.equals(word)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
