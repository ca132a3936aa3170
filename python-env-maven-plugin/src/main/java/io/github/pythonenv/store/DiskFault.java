package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.util.Locale;

/** Why a file operation failed, as far as a person can mend it. */
public enum DiskFault {
    /** No space is left, or the user's share of it is used up. */
    FULL,
    /** This user may not write there, or nobody may. */
    DENIED,
    /** What was to be renamed lies on another file system than its new name. */
    SEVERAL_DISKS,
    /** Something else. */
    OTHER;

    /**
     * Tells by the exception, and by its text where the JDK has no type: it passes on what the system says, in English on
     * all we know (ENOSPC, EDQUOT, EROFS, EACCES and EPERM of Linux and macOS; ERROR_DISK_FULL of Windows).
     */
    public static DiskFault of(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("quota exceeded") || text.contains("not enough space")) {
            return FULL;
        }
        if (failure instanceof AccessDeniedException
                || text.contains("read-only file system")
                || text.contains("permission denied")
                || text.contains("operation not permitted")) {
            return DENIED;
        }
        return failure instanceof AtomicMoveNotSupportedException ? SEVERAL_DISKS : OTHER;
    }
}
