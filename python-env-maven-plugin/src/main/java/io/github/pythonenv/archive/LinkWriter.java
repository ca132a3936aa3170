package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the symbolic links of an archive, whose targets are their entries' bytes. */
record LinkWriter(Path archive, FileChannel channel, Path into) {
    private static final int LONGEST_TARGET = 4096;

    void write(List<UnpackPlan.Target> links) throws IOException {
        EntryPath paths = new EntryPath(archive, into);
        try (EntryReader reader = new EntryReader(archive, channel)) {
            for (UnpackPlan.Target link : links) {
                String name = link.entry().name();
                Path target = paths.linkTarget(name, link.path(), target(reader, link.entry()));
                make(link.path(), target);
            }
        }
    }

    private String target(EntryReader reader, ZipRecord entry) throws IOException {
        if (entry.size() > LONGEST_TARGET) {
            throw ArchiveFailures.refused(archive, entry.name(), "is a link with a target of too many characters");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reader.write(entry, Channels.newChannel(bytes));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void make(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException e) {
            throw new UserFailure(
                    "The archive " + archive + " has symbolic links, which the folder " + into + " cannot hold.",
                    "Use a folder on another file system.",
                    e);
        }
    }
}
