package io.github.pythonenv.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Opens files that were not there before. */
final class NewFile {
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final PosixFilePermission[] BY_BIT = {
        PosixFilePermission.OTHERS_EXECUTE,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_READ,
    };

    private NewFile() {}

    /**
     * @param path neither a file nor a link is there, or this fails
     * @param permissions nine bits, given to the system with the opening, so that the user's umask counts; 0 for the
     *     usual. The owner may read and write in any case, and those outside of the group never write
     */
    static FileChannel open(Path path, int permissions) throws IOException {
        return permissions == 0 || !POSIX
                ? FileChannel.open(path, NEW)
                : FileChannel.open(path, NEW, attribute(permissions));
    }

    private static FileAttribute<Set<PosixFilePermission>> attribute(int permissions) {
        Set<PosixFilePermission> set = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        for (int bit = 0; bit < BY_BIT.length; bit++) {
            if ((permissions >> bit & 1) != 0 && BY_BIT[bit] != PosixFilePermission.OTHERS_WRITE) {
                set.add(BY_BIT[bit]);
            }
        }
        return PosixFilePermissions.asFileAttribute(set);
    }
}
