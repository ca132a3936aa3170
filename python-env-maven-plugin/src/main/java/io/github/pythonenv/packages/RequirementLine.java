package io.github.pythonenv.packages;

import java.nio.file.Path;

/** A line of a requirements file, understood as far as an environment depends on it. */
sealed interface RequirementLine {

    /** Where it stands. */
    Location at();

    /** The line, joined, without comment and surrounding white space; variables are not expanded in it. */
    String text();

    /** Whether it is fixed by digest. */
    default Hash hash() {
        return Hash.NO_PACKAGE;
    }

    /** What a line has to do with hashes. */
    enum Hash {
        GIVEN,
        MISSING,
        /** A folder and a version control system have none. */
        IMPOSSIBLE,
        NO_PACKAGE;

        static Hash of(boolean given) {
            return given ? GIVEN : MISSING;
        }
    }

    /**
     * A place in a file, for messages.
     *
     * @param file as it is to be shown
     * @param line from 1; of joined lines the first
     */
    record Location(String file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** A package that an index is asked for, or a URL. */
    record Fetched(Location at, String text, Hash hash) implements RequirementLine {}

    /** A project's folder, or an archive of a package, on this machine. */
    record Local(Location at, String text, Path path, boolean editable) implements RequirementLine {
        @Override
        public Hash hash() {
            return Hash.IMPOSSIBLE;
        }
    }

    /** Another requirements file ({@code -r}), or one with constraints ({@code -c}). */
    record Nested(Location at, String text, Path file, boolean constraint) implements RequirementLine {}

    /** Anything else that begins with a hyphen. */
    record Option(Location at, String text) implements RequirementLine {}
}
