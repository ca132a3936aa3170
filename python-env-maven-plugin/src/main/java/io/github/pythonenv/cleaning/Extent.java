package io.github.pythonenv.cleaning;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is in a folder, without what links lead to.
 *
 * @param bytes of all files together
 * @param checkout a working copy of a version control system that lies in it, if there is one
 * @param mount a folder in it, or itself, that is on another disk than the folder above it
 * @param unreadable something in it that could not be looked at
 */
record Extent(long bytes, Optional<Path> checkout, Optional<Path> mount, Optional<Path> unreadable) {

    static Extent of(Path folder) throws IOException {
        Walk walk = new Walk(device(Objects.requireNonNull(folder.getParent(), "no root is an environment")));
        Files.walkFileTree(folder, walk);
        return new Extent(
                walk.bytes,
                Optional.ofNullable(walk.checkout),
                Optional.ofNullable(walk.mount),
                Optional.ofNullable(walk.unreadable));
    }

    /** What tells disks apart; the same for all where the system has no such number. */
    private static Object device(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(path, "unix:dev", LinkOption.NOFOLLOW_LINKS)
                : "";
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Object disk;
        private long bytes;
        private @Nullable Path checkout;
        private @Nullable Path mount;
        private @Nullable Path unreadable;

        Walk(Object disk) {
            this.disk = disk;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
            look(path);
            if (!device(path).equals(disk)) {
                mount = path;
                return FileVisitResult.SKIP_SUBTREE;
            }
            return attributes.isOther() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            look(path);
            bytes += attributes.isRegularFile() ? attributes.size() : 0;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) {
            unreadable = path;
            return FileVisitResult.CONTINUE;
        }

        private void look(Path path) {
            if (WorkingCopies.MARKS.contains(String.valueOf(path.getFileName()))) {
                checkout = path.getParent();
            }
        }
    }
}
