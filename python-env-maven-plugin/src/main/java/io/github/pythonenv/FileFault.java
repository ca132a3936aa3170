package io.github.pythonenv;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;

/** Why a file or folder could not be read or written, in words for a person. */
public final class FileFault {

    private FileFault() {}

    /**
     * Tells by the exception, and by its text where the JDK has no type: it passes on what the system says, in English on
     * all we know. What is not known here is said as the system says it.
     *
     * @return the end of a sentence, without its full stop
     */
    public static String why(Exception failure) {
        if (failure instanceof UncheckedIOException wrapper) {
            return why(Objects.requireNonNull(wrapper.getCause()));
        }
        if (failure instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        if (failure instanceof AccessDeniedException denied) {
            return "this user has no right to do that with " + denied.getFile();
        }
        if (failure instanceof FileAlreadyExistsException inTheWay) {
            return inTheWay.getFile() + " is in the way";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (failure instanceof DirectoryNotEmptyException full) {
            return full.getFile() + " is not empty";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        // Without a reason, the message of such a one is the file's name alone.
        String said = Objects.requireNonNullElseGet(
                failure instanceof FileSystemException ofSystem ? ofSystem.getReason() : failure.getMessage(),
                failure::toString);
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "is a directory" -> "it is a folder";
            case "not a directory" -> "what should be a folder on the way to it is a file";
            default -> said;
        };
    }
}
