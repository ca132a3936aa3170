package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an unpacking will write, checked as a whole before the first byte is written.
 *
 * @param folders every folder that is needed, parents first
 * @param files the regular files, in the archive's order
 * @param links the symbolic links: made last, so that nothing is ever written through one
 */
record UnpackPlan(Collection<Path> folders, List<Target> files, List<Target> links) {

    /** An entry and the path it goes to. */
    record Target(ZipRecord entry, Path path) {}

    /**
     * @param records all entries of the archive
     * @param prefix only entries below it count, and it is taken off their names
     * @throws UserFailure if any of them is refused
     */
    static UnpackPlan of(Path archive, List<ZipRecord> records, String prefix, Path into, Limits limits) {
        refuseOverlaps(archive, records);
        EntryPath paths = new EntryPath(archive, into);
        Set<Path> folders = new LinkedHashSet<>();
        Set<Path> leaves = new HashSet<>();
        List<Target> files = new ArrayList<>();
        List<Target> links = new ArrayList<>();
        folders.add(into);
        for (ZipRecord entry : records) {
            if (!entry.name().startsWith(prefix) || entry.name().length() == prefix.length()) {
                continue;
            }
            if (entry.special()) {
                throw ArchiveFailures.refused(archive, entry.name(), "is neither a file, a folder nor a link");
            }
            Path path = paths.of(entry.name(), entry.name().substring(prefix.length()));
            if (entry.directory()) {
                addFolder(path, folders);
                continue;
            }
            addFolder(Objects.requireNonNull(path.getParent()), folders);
            if (!leaves.add(path)) {
                throw ArchiveFailures.refused(archive, entry.name(), "is there twice");
            }
            (entry.link() ? links : files).add(new Target(entry, path));
        }
        refuseMixed(archive, folders, files);
        refuseMixed(archive, folders, links);
        refuseBombs(archive, files, limits);
        return new UnpackPlan(folders, files, links);
    }

    private static void addFolder(Path folder, Set<Path> folders) {
        if (!folders.contains(folder)) {
            addFolder(Objects.requireNonNull(folder.getParent()), folders);
            folders.add(folder);
        }
    }

    /** A file or a link that is also the parent of others. */
    private static void refuseMixed(Path archive, Set<Path> folders, List<Target> leaves) {
        for (Target leaf : leaves) {
            if (folders.contains(leaf.path)) {
                throw ArchiveFailures.refused(archive, leaf.entry.name(), "is a file or link and a folder too");
            }
        }
    }

    private static void refuseBombs(Path archive, List<Target> files, Limits limits) {
        double bytes = 0; // no overflow, whatever the entries claim
        double packed = 0;
        for (Target file : files) {
            bytes += file.entry.size();
            packed += file.entry.packed();
        }
        if (bytes > limits.bytes()) {
            throw ArchiveFailures.tooMuch(archive, "it would unpack to more than " + limits.bytes() + " bytes");
        }
        if (bytes > limits.harmless() && bytes > packed * limits.ratio()) {
            throw ArchiveFailures.tooMuch(
                    archive, "it would unpack to more than " + limits.ratio() + " times its size");
        }
    }

    /** Entries that share their packed bytes: many large files out of one small one. */
    private static void refuseOverlaps(Path archive, List<ZipRecord> records) {
        long free = 0;
        for (ZipRecord entry : records.stream()
                .sorted(Comparator.comparingLong(ZipRecord::offset))
                .toList()) {
            if (entry.offset() < free) {
                throw ArchiveFailures.refused(archive, entry.name(), "shares its bytes with another entry");
            }
            free = entry.offset() + LocalHeader.SIZE + entry.packed();
            if (free < 0) {
                throw ArchiveFailures.damaged(archive, "the size of '" + entry.name() + "' is impossible");
            }
        }
    }
}
