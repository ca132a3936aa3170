package io.github.pythonenv.packages;

import java.util.List;

/**
 * The packages of a lock as a requirements file of exact versions with hashes and markers, good for every platform that
 * the lock is for and for any index.
 *
 * @param lines the requirements
 * @param indexes where the lock says that they come from
 * @param copies the local projects among them that are not installed editable
 * @param remarks what a person should know of what is left out
 */
public record PinnedLines(
        List<String> lines, List<LockIndex> indexes, List<LocalProject> copies, List<String> remarks) {

    public PinnedLines {
        lines = List.copyOf(lines);
        indexes = List.copyOf(indexes);
        copies = List.copyOf(copies);
        remarks = List.copyOf(remarks);
    }

    /** One requirement: what is installed, when, and the digests it may have. */
    static String line(String what, String marker, List<String> hashes) {
        StringBuilder line = new StringBuilder(what);
        if (!marker.isEmpty()) {
            line.append(" ; ").append(marker);
        }
        hashes.forEach(hash -> line.append(" --hash=").append(hash));
        return line.toString();
    }
}
