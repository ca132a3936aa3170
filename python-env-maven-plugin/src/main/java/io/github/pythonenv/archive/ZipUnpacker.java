package io.github.pythonenv.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Unpacks a zip archive on all cores. Nothing is written if any entry is refused: absolute or climbing paths, links
 * that lead out, special files, duplicates, overlapping entries, more than an honest archive unpacks to. Existing files
 * are never overwritten and nothing is written through a link.
 */
final class ZipUnpacker {

    private ZipUnpacker() {}

    /** As {@link Archive#unpack}, {@code into} absolute and normalized. */
    static Unpacked unpack(Path zip, String prefix, Path into, Consumer<Long> bytesDone, Limits limits)
            throws IOException {
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            return unpack(zip, channel, prefix, into, bytesDone, limits);
        }
    }

    private static Unpacked unpack(
            Path zip, FileChannel channel, String prefix, Path into, Consumer<Long> bytesDone, Limits limits)
            throws IOException {
        List<ZipRecord> records = ZipDirectory.read(zip, channel, limits);
        UnpackPlan plan = UnpackPlan.of(zip, records, prefix, into, limits);
        if (plan.files().isEmpty() && plan.links().isEmpty()) {
            throw ArchiveFailures.nothingBelow(zip, prefix);
        }
        Files.createDirectories(into);
        Folders.make(plan.folders());
        long bytes = new ParallelWriter(zip, channel, plan.files(), bytesDone).write();
        writeLinks(zip, channel, plan, into);
        return new Unpacked(plan.files().size() + plan.links().size(), bytes);
    }

    /** Their targets are their entries' bytes. */
    private static void writeLinks(Path zip, FileChannel channel, UnpackPlan plan, Path into) throws IOException {
        LinkWriter links = new LinkWriter(new EntryPath(zip, into, TargetRules.of(into)));
        try (EntryReader reader = new EntryReader(zip, channel)) {
            for (UnpackPlan.Target link : plan.links()) {
                String name = link.entry().name();
                if (link.entry().size() > LinkWriter.LONGEST_TARGET) {
                    throw ArchiveFailures.refused(zip, name, "is a link with a target of too many characters");
                }
                ByteArrayOutputStream target = new ByteArrayOutputStream();
                reader.write(link.entry(), Channels.newChannel(target));
                links.write(name, link.path(), target.toString(StandardCharsets.UTF_8));
            }
        }
    }
}
