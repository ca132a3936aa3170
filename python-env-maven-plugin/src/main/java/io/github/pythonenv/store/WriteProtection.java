package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mark that keeps a file or a folder from being changed. */
final class WriteProtection {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private WriteProtection() {}

    /** Takes it away; false if there was none, if it is a link, or if we may not. */
    static boolean lift(Path path) {
        if (Files.isSymbolicLink(path)) {
            return false; // the mark is that of its target, which is not ours to change
        }
        try {
            PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            return posix == null
                    ? liftDos(Files.getFileAttributeView(path, DosFileAttributeView.class, LinkOption.NOFOLLOW_LINKS))
                    : liftPosix(posix);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean liftPosix(PosixFileAttributeView view) throws IOException {
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (!permissions.addAll(OWNER)) {
            return false;
        }
        view.setPermissions(permissions);
        return true;
    }

    private static boolean liftDos(@Nullable DosFileAttributeView view) throws IOException {
        if (view == null || !view.readAttributes().isReadOnly()) {
            return false;
        }
        view.setReadOnly(false);
        return true;
    }
}
