package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Unpacks archives. What format one has is told by its first bytes: its name, and what a server calls it, do not count.
 *
 * <p>Nothing is ever written outside of the folder, through a link, or over something that is there. Refused: absolute
 * and climbing names, links that lead out, hard links to anything but a file of the same archive, special files, names
 * that stand twice or differ in case alone, and more than an honest archive unpacks to.
 */
public final class Archive {
    private Archive() {}

    /**
     * Unpacks the files below one folder of the archive.
     *
     * @param file the archive
     * @param prefix only entries below this folder of the archive are unpacked, without it; ends with a slash, or is
     *     empty for all
     * @param into a folder, made where it is not there; holds a part of the files if this fails
     * @param bytesDone told the sum of unpacked bytes, again and again; from any thread, one at a time
     * @return what was written
     * @throws UserFailure if it is no archive, is damaged, refused, or has nothing below the prefix, or this thread is
     *     interrupted
     * @throws IOException if the archive cannot be read or a file not be written
     */
    public static Unpacked unpack(Path file, String prefix, Path into, Consumer<Long> bytesDone) throws IOException {
        return unpack(file, prefix, into, bytesDone, Limits.USUAL);
    }

    static Unpacked unpack(Path file, String prefix, Path into, Consumer<Long> bytesDone, Limits limits)
            throws IOException {
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException("A prefix is a folder and ends with a slash: " + prefix);
        }
        try {
            return ArchiveFormat.of(file)
                    .unpack(file, prefix, into.toAbsolutePath().normalize(), bytesDone, limits);
        } catch (ClosedChannelException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new UserFailure(
                        "Unpacking " + file + " was stopped: the build was cancelled.", "Run the build again.", e);
            }
            throw e;
        }
    }

    /**
     * The first parts of all names in the archive, each once, in the order they come: {@code python/} where everything is
     * below one folder, names without a slash for files. Reads a zip file's directory; a tar archive as a whole.
     *
     * @param file the archive
     * @throws UserFailure if it is no archive or is damaged
     * @throws IOException if it cannot be read
     */
    public static List<String> topFolders(Path file) throws IOException {
        return ArchiveFormat.of(file).names(file, Limits.USUAL).stream()
                .map(name -> name.replaceFirst("(?s)/.*", "/"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
