package io.github.pythonenv.process;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The start itself: tried again where that helps, and explained where it fails. */
final class ProcessStart {
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 20;

    /** The last such number: the names of program and folder come before it. */
    private static final Pattern ERROR = Pattern.compile(".*\\berror(?:=|: ?)(\\d+)", Pattern.DOTALL);

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
                if (attempt == ATTEMPTS || error(e) != 26) {
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
        if (error(cause) == 2 || error(cause) == 3) {
            return new UserFailure(
                    start + "there is no such program, or the loader that it names is not on this machine.",
                    "Check the path; for a binary, that it is meant for this system and C library.",
                    cause);
        }
        if (error(cause) == 13 || error(cause) == 5) {
            return new UserFailure(
                    start + "the system does not allow it (no execute permission, or a file system mounted noexec).",
                    "Check the permissions and mount options of its folder.",
                    cause);
        }
        if (error(cause) == 8 || error(cause) == 193) {
            return new UserFailure(
                    start + "it is not a program for this system and CPU.",
                    "Choose the build of it that is made for this machine.",
                    cause);
        }
        return new UserFailure(
                start + cause.getMessage(), "See the cause in the debug log (mvn -X) and run the build again.", cause);
    }

    /**
     * The system's error number, or 0. The JDK tells it only as text: {@code error=2, No such file or directory}, or in
     * newer ones {@code error: 2 (No such file or directory)}.
     */
    private static int error(IOException e) {
        Matcher matcher = ERROR.matcher(String.valueOf(e.getMessage()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
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
