package io.github.pythonenv.archive;

/**
 * One entry of a tar archive.
 *
 * @param name as written, without {@code ./} at its beginning; folders end with a slash
 * @param kind what it is
 * @param permissions nine bits; 0 where it claims that nobody may do anything
 * @param size of its bytes, which follow it in the archive
 * @param target of a link as written; of a hard link, the name of another entry
 */
record TarEntry(String name, Kind kind, int permissions, long size, String target) {

    /** What an entry is. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        HARD_LINK
    }
}
