package io.github.pythonenv.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What came of a file so far, beside the place it is for, and a note of what it is a part of. The note is written before
 * the first byte, so that a part without one is never taken up.
 *
 * @param target the place of the whole file
 */
record PartialFile(Path target) {

    /**
     * A part that can be gone on with.
     *
     * @param length how much is there, at least one byte
     * @param validator the ETag or date that the whole had then; empty if the server named none
     */
    record Begun(long length, Optional<String> validator) {}

    Path part() {
        return beside(".part");
    }

    private Path note() {
        return beside(".part.from");
    }

    private Path beside(String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }

    /** What is there of this URI's file, if anything. */
    Optional<Begun> begun(URI uri) throws IOException {
        if (!Files.isRegularFile(part(), LinkOption.NOFOLLOW_LINKS) || !Files.isRegularFile(note())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(note(), StandardCharsets.ISO_8859_1);
        long length = Files.size(part());
        if (lines.size() != 2 || !lines.get(0).equals(name(uri)) || length == 0) {
            return Optional.empty();
        }
        return Optional.of(new Begun(length, Optional.of(lines.get(1)).filter(validator -> !validator.isEmpty())));
    }

    /** Begins anew. */
    OutputStream create(URI uri, Optional<String> validator) throws IOException {
        delete();
        Files.writeString(note(), name(uri) + "\n" + validator.orElse("") + "\n", StandardCharsets.ISO_8859_1);
        return Files.newOutputStream(part(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Goes on at the end. */
    OutputStream append() throws IOException {
        return Files.newOutputStream(part(), StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    }

    void delete() throws IOException {
        Files.deleteIfExists(part());
        Files.deleteIfExists(note());
    }

    /** Puts the whole file in its place. */
    void publish() throws IOException {
        try {
            Files.move(part(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part(), target, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(note());
    }

    /** Without what may be secret in it; the validator tells files of different queries apart. */
    private static String name(URI uri) {
        return Redacted.uri(uri).replace("?…", "?");
    }
}
