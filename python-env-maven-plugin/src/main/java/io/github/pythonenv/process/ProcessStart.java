package io.github.pythonenv.process;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;

/** The start itself: tried again where that helps, and explained where it fails. */
final class ProcessStart {
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 20;

    private ProcessStart() {}

    /**
     * Linux refuses to start a file that anybody has open for writing ("text file busy"). A program that we just wrote
     * may be open still in a child that another thread forked meanwhile and that has not closed its copies yet; that
     * lasts milliseconds.
     */
    static Process start(ProcessBuilder builder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return builder.start();
            } catch (IOException e) {
                if (attempt == ATTEMPTS || !says(e, "error=26")) {
                    throw e;
                }
                pause();
            }
        }
    }

    static UserFailure failure(Command command, IOException cause) {
        String start = command.program() + " could not be started: ";
        if (!Files.isDirectory(command.directory())) {
            return new UserFailure(
                    start + "its working folder " + command.directory() + " does not exist.",
                    "Create the folder or name another one.",
                    cause);
        }
        if (says(cause, "error=2,") || says(cause, "error=3,")) {
            return new UserFailure(
                    start + "there is no such program, or the loader that it names is not on this machine.",
                    "Check the path; for a binary, that it is meant for this system and C library.",
                    cause);
        }
        if (says(cause, "error=13,") || says(cause, "error=5,")) {
            return new UserFailure(
                    start + "the system does not allow it (no execute permission, or a file system mounted noexec).",
                    "Check the permissions and mount options of its folder.",
                    cause);
        }
        if (says(cause, "error=8,") || says(cause, "error=193,")) {
            return new UserFailure(
                    start + "it is not a program for this system and CPU.",
                    "Choose the build of it that is made for this machine.",
                    cause);
        }
        return new UserFailure(
                start + cause.getMessage(), "See the cause in the debug log (mvn -X) and run the build again.", cause);
    }

    /** The JDK tells the system's error number only as text: {@code error=2, No such file or directory}. */
    private static boolean says(IOException e, String text) {
        return String.valueOf(e.getMessage()).contains(text);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
