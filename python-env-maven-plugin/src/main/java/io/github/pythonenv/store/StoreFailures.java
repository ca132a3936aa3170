package io.github.pythonenv.store;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.util.Locale;

/** What a failed file operation in the store means to a person. */
final class StoreFailures {
    private static final String OTHER_HOME = "name another folder with -Dpython-env.home=<folder>.";

    private StoreFailures() {}

    /** @param what was to be put into the store, as a noun */
    static UserFailure of(Path home, String what, IOException cause) {
        String start = what + " could not be put into the store " + home + ": ";
        String said = String.valueOf(cause.getMessage());
        if (full(said)) {
            return new UserFailure(
                    start + "there is no space left on its disk (" + said + ").",
                    "Make room on that disk, or " + OTHER_HOME,
                    cause);
        }
        if (denied(cause, said)) {
            return new UserFailure(
                    start + "this user may not write there (" + said + ").",
                    "Give this user the right to write there, let one who has it build once, or " + OTHER_HOME,
                    cause);
        }
        if (cause instanceof AtomicMoveNotSupportedException) {
            return new UserFailure(
                    start + "its folders lie on several file systems (" + said + ").",
                    "Let no folder in the store be a mount point or a link, or " + OTHER_HOME,
                    cause);
        }
        return new UserFailure(start + cause + ".", "Check that disk and run the build again, or " + OTHER_HOME, cause);
    }

    /** The JDK has no type for it and passes on the system's text, in English on all we know: ENOSPC, EDQUOT, Windows. */
    private static boolean full(String said) {
        String text = said.toLowerCase(Locale.ROOT);
        return text.contains("no space left on device")
                || text.contains("disk quota exceeded")
                || text.contains("not enough space on the disk");
    }

    private static boolean denied(IOException cause, String said) {
        return cause instanceof AccessDeniedException
                || said.contains("Read-only file system")
                || said.contains("Permission denied")
                || said.contains("Operation not permitted");
    }
}
