package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a failed file operation means to a person. */
final class Disk {

    /** In the words of Linux and macOS, and of Windows. */
    private static final Pattern FULL =
            Pattern.compile("no space left|not enough space|quota exceeded", Pattern.CASE_INSENSITIVE);

    private Disk() {}

    /** @param directory the environment that was to be changed */
    static UserFailure failure(Path directory, IOException e) {
        String text = String.valueOf(e.getMessage());
        if (FULL.matcher(text).find()) {
            return new UserFailure(
                    "There is no space left on the disk of " + directory + ": " + text + ". The environment that stood"
                            + " there was kept.",
                    "Make room, and build again.",
                    e);
        }
        boolean denied = e instanceof AccessDeniedException || text.contains("Read-only file system");
        return new UserFailure(
                directory + " could not be changed: " + (denied ? "writing is not allowed at " + text : e),
                denied
                        ? "Give this user the right to write there, or choose another folder with <directory>."
                        : "Check the disk and the folder's rights, and build again.",
                e);
    }
}
