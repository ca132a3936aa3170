package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an unpacking will write, checked as a whole before the first byte is written.
 *
 * @param folders every folder that is needed, parents first
 * @param files the regular files, in the archive's order
 * @param links the symbolic links: made last, so that nothing is ever written through one
 */
record UnpackPlan(List<Path> folders, List<Target> files, List<Target> links) {

    /** An entry and the path it goes to. */
    record Target(ZipRecord entry, Path path) {}

    /**
     * @param records all entries of the archive
     * @param prefix only entries below it count, and it is taken off their names
     * @throws UserFailure if any of them is refused
     */
    static UnpackPlan of(Path archive, List<ZipRecord> records, String prefix, Path into, Limits limits) {
        refuseOverlaps(archive, records);
        TargetRules rules = TargetRules.of(into);
        EntryPath paths = new EntryPath(archive, into, rules);
        Tree tree = new Tree(archive, into, rules);
        List<Path> folders = new ArrayList<>(List.of(into));
        List<Target> files = new ArrayList<>();
        List<Target> links = new ArrayList<>();
        for (ZipRecord entry : records) {
            if (!entry.name().startsWith(prefix) || entry.name().length() == prefix.length()) {
                continue;
            }
            if (entry.special()) {
                throw ArchiveFailures.refused(archive, entry.name(), "is neither a file, a folder nor a link");
            }
            Path path = paths.of(entry.name(), entry.name().substring(prefix.length()));
            if (entry.directory()) {
                folders.addAll(tree.addFolder(entry.name(), path));
                continue;
            }
            folders.addAll(tree.addLeaf(entry.name(), path));
            (entry.link() ? links : files).add(new Target(entry, path));
        }
        refuseBombs(archive, files, limits);
        return new UnpackPlan(folders, files, links);
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
