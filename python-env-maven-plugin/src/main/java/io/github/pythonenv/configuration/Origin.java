package io.github.pythonenv.configuration;

/**
 * Who said what a setting is.
 *
 * @param level how much that counts
 * @param place where exactly, for a person: {@code python-env.json, line 3, column 5}
 */
public record Origin(Level level, String place) {

    /** Who said what, where both are part of it: this one what counts more. */
    Origin over(Origin lower) {
        return equals(lower) ? this : new Origin(level, place + ", over " + lower.place);
    }

    /** From what counts least to what counts most. */
    public enum Level {
        /** {@code python-env.json}. */
        FILE,
        /** The POM, or a settings file of Maven. */
        POM,
        /** {@code -D} on the command line. */
        COMMAND_LINE
    }
}
