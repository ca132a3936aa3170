package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;

/** The ways in which an archive can be bad: broken, made to do harm, or none at all. */
final class ArchiveFailures {
    private ArchiveFailures() {}

    /** Its bytes are not what its maker wrote. */
    static UserFailure damaged(Path archive, String why) {
        return new UserFailure(
                "The archive " + archive + " is damaged: " + why + ".",
                "Get it from its maker anew. If its SHA-256 was compared and is right, it was damaged before that was"
                        + " taken: then the SHA-256 is to be another one, too.");
    }

    /** It is whole, but what it asks for is not done. Control characters in the entry's name are not printed. */
    static UserFailure refused(Path archive, String entry, String why) {
        return new UserFailure(
                "The archive " + archive + " was refused: its entry '" + printable(entry) + "' " + why + ".",
                "Do not use this archive: such an entry is no part of a CPython. Find out where it comes from; if you made it,"
                        + " pack it anew without that.");
    }

    /** As a whole it asks for more than any honest archive does. */
    static UserFailure tooMuch(Path archive, String why) {
        return new UserFailure(
                "The archive " + archive + " was refused: " + why + ".",
                "Do not use this archive: it looks made to fill the disk. Find out where it comes from.");
    }

    /** It is whole, but the wrong one. */
    static UserFailure nothingBelow(Path archive, String prefix) {
        return new UserFailure(
                "The archive " + archive + " has no files below '" + prefix + "'.",
                "Check that it is the archive that was meant.");
    }

    /** It is something else. */
    static UserFailure unknown(Path archive, String what, String next) {
        return new UserFailure("The file " + archive + " is no archive that can be unpacked: it " + what + ".", next);
    }

    static String printable(String entry) {
        return entry.replaceAll("\\p{Cntrl}", "?");
    }
}
