package io.github.pythonenv.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the files of a tar archive as they come. Links, which stand before what they lead to in some archives, are made
 * at the end: hard links, then symbolic ones.
 */
final class TarUnpacker {
    private static final int BUFFER = 1 << 18;

    private final Path archive;
    private final String prefix;
    private final Path into;
    private final Consumer<Long> bytesDone;
    private final Limits limits;
    private final EntryPath paths;
    private final Tree tree;
    private final Map<String, Path> files = new HashMap<>();
    private final List<Link> hardLinks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER];
    private long entries;
    private long bytes;

    TarUnpacker(Path archive, String prefix, Path into, Consumer<Long> bytesDone, Limits limits) {
        this.archive = archive;
        this.prefix = prefix;
        this.into = into;
        this.bytesDone = bytesDone;
        this.limits = limits;
        TargetRules rules = TargetRules.of(into);
        this.paths = new EntryPath(archive, into, rules);
        this.tree = new Tree(archive, into, rules);
    }

    /** A link that is to be made. */
    private record Link(TarEntry entry, Path path) {}

    Unpacked unpack(TarReader reader) throws IOException {
        Files.createDirectories(into);
        for (Optional<TarEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            if (++entries > limits.entries()) {
                throw ArchiveFailures.tooMuch(archive, "it has more than " + limits.entries() + " entries");
            }
            String name = entry.get().name();
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                unpack(entry.get(), reader);
            }
        }
        if (files.isEmpty() && links.isEmpty() && hardLinks.isEmpty()) {
            throw ArchiveFailures.nothingBelow(archive, prefix);
        }
        for (Link link : hardLinks) {
            makeHardLink(link);
        }
        LinkWriter writer = new LinkWriter(paths);
        for (Link link : links) {
            writer.write(link.entry.name(), link.path, link.entry.target());
        }
        return new Unpacked(files.size() + links.size(), bytes);
    }

    private void unpack(TarEntry entry, TarReader reader) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        Path path = paths.of(entry.name(), entry.name().substring(prefix.length()));
        if (entry.kind() == TarEntry.Kind.FOLDER) {
            Folders.make(tree.addFolder(entry.name(), path));
            return;
        }
        Folders.make(tree.addLeaf(entry.name(), path));
        switch (entry.kind()) {
            case LINK -> links.add(new Link(entry, path));
            case HARD_LINK -> hardLinks.add(new Link(entry, path));
            default -> write(entry, path, reader);
        }
    }

    private void write(TarEntry entry, Path path, TarReader reader) throws IOException {
        try (FileChannel target = NewFile.open(path, entry.permissions())) {
            for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
                for (ByteBuffer some = ByteBuffer.wrap(buffer, 0, length); some.hasRemaining(); ) {
                    target.write(some);
                }
            }
        }
        files.put(entry.name(), path);
        report(entry.size());
    }

    /** To a file of this archive only, which was written above: what else a name leads to is no matter. */
    private void makeHardLink(Link link) throws IOException {
        Path target = files.get(link.entry.target());
        if (target == null) {
            throw ArchiveFailures.refused(
                    archive, link.entry.name(), "is a hard link to something else than a file that is unpacked");
        }
        try {
            Files.createLink(link.path, target);
        } catch (UnsupportedOperationException e) {
            copy(target, link.path);
        }
        files.put(link.entry.name(), link.path);
        report(0);
    }

    /** The bytes of copies count, as the archive has them once only. */
    private void copy(Path target, Path link) throws IOException {
        long size = Files.size(target);
        if (bytes + size > limits.bytes()) {
            throw ArchiveFailures.tooMuch(archive, "it unpacks to more than " + limits.bytes() + " bytes");
        }
        Files.copy(target, link, LinkOption.NOFOLLOW_LINKS);
        report(size);
    }

    private void report(long more) {
        bytes += more;
        bytesDone.accept(bytes);
    }
}
