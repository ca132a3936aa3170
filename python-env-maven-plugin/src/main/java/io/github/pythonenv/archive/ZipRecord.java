package io.github.pythonenv.archive;

/**
 * One entry as the central directory describes it.
 *
 * @param name as written in the archive
 * @param method 0 stored, 8 deflated
 * @param crc of the unpacked bytes, unsigned
 * @param packed size in the archive, in bytes
 * @param size unpacked size, in bytes
 * @param offset of the local header in the file
 * @param mode Unix file type and permissions, 0 where the archive was made without
 */
record ZipRecord(String name, int method, long crc, long packed, long size, long offset, int mode) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int LINK = 0120000;

    boolean directory() {
        return name.endsWith("/");
    }

    boolean link() {
        return (mode & TYPE) == LINK;
    }

    /** A device, a pipe, a socket, or a name and a type that contradict each other. */
    boolean special() {
        return switch (mode & TYPE) {
            case 0 -> false;
            case REGULAR, LINK -> directory();
            case DIRECTORY -> !directory();
            default -> true;
        };
    }

    /** Read, write and execute bits for owner, group and others; 0 where unknown. */
    int permissions() {
        return mode & 0777;
    }
}
