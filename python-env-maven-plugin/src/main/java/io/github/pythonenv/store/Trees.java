package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole folders. */
public final class Trees {
    private Trees() {}

    /**
     * Deletes a file, a link or a folder with all that is in it; nothing where nothing is. Links and Windows' junctions
     * are deleted, never followed. Read-only files and folders are deleted too.
     *
     * @throws IOException if something cannot be deleted; what comes after it is left
     */
    public static void delete(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(root, new Deletion());
        }
    }

    /**
     * Copies a file, a link or a folder with all that is in it, with modes and times (bytecode holds for that of its source); what is there already stays. Links
     * are copied as links.
     *
     * @param to in a folder that is made where there is none
     */
    public static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        Files.walkFileTree(from, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = file.equals(from)
                        ? to
                        : to.resolve(from.relativize(file).toString());
                if (!Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The bytes of all files in a folder; links count as nothing. */
    public static long size(Path root) throws IOException {
        long[] sum = new long[1];
        Files.walkFileTree(root, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.isRegularFile() ? attributes.size() : 0;
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (attributes.isOther()) {
                // A junction: for Java it is a folder and something else at once, and the walk would go through it.
                Files.delete(folder);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            deleteOne(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // somebody else was quicker
            }
            if (failure instanceof AccessDeniedException && WriteProtection.lift(path)) {
                Trees.delete(path);
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            deleteOne(folder);
            return FileVisitResult.CONTINUE;
        }

        private static void deleteOne(Path path) throws IOException {
            try {
                Files.deleteIfExists(path);
            } catch (AccessDeniedException e) {
                // On Windows the file's own protection is in the way, elsewhere that of its folder.
                Path folder = path.getParent();
                boolean own = WriteProtection.lift(path);
                boolean folders = folder != null && WriteProtection.lift(folder);
                if (!own && !folders) {
                    throw e;
                }
                Files.deleteIfExists(path);
            }
        }
    }
}
