package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;

/** The two ways in which an archive can be bad: broken, or made to do harm. */
final class ArchiveFailures {
    private ArchiveFailures() {}

    /** Its bytes are not what its maker wrote. */
    static UserFailure damaged(Path archive, String why) {
        return new UserFailure(
                "The archive " + archive + " is damaged: " + why + ".",
                "Delete the file and run the build again, so that it is fetched anew.");
    }

    /** It is whole, but what it asks for is not done. Control characters in the entry's name are not printed. */
    static UserFailure refused(Path archive, String entry, String why) {
        return new UserFailure(
                "The archive " + archive + " was refused: its entry '" + printable(entry) + "' " + why + ".",
                "Do not use this archive: no honest tool makes such an entry. Find out where it comes from.");
    }

    /** As a whole it asks for more than any honest archive does. */
    static UserFailure tooMuch(Path archive, String why) {
        return new UserFailure(
                "The archive " + archive + " was refused: " + why + ".",
                "Do not use this archive: it looks made to fill the disk. Find out where it comes from.");
    }

    private static String printable(String entry) {
        return entry.replaceAll("\\p{Cntrl}", "?");
    }
}
