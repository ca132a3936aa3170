package io.github.pythonenv.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** The beginning of a file, which tells what it is. */
final class FirstBytes {
    private static final int SHOWN = 8;
    private static final int LONGEST_TEXT = 60;
    private static final HexFormat HEX = HexFormat.of();

    private static final Map<String, String> STRANGERS = Map.of(
            "425a68", "a bzip2 file",
            "377abcaf271c", "a 7z archive",
            "526172211a07", "a rar archive",
            "4d5a", "a program for Windows",
            "7f454c46", "a program for Linux",
            "cafebabe", "a program",
            "504b0708", "one part of a zip archive in several",
            "25504446", "a PDF");
    private static final String KNOWN = "zip, tar, tar.gz, tar.xz and tar.zst are known, whatever their names.";

    private final Path file;
    private final byte[] bytes;

    private FirstBytes(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    static FirstBytes of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FirstBytes(file, in.readNBytes(TarHeader.SIZE));
        }
    }

    boolean begin(String hex) {
        return HEX.formatHex(bytes).startsWith(hex);
    }

    boolean areTarHeader() {
        return new TarHeader(bytes).isOne();
    }

    /** Says what it is, as far as that can be told. */
    RuntimeException unknown() {
        String text = new String(bytes, StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "")
                .strip();
        String start = text.toLowerCase(Locale.ROOT);
        if (bytes.length == 0) {
            return unknown("is empty", "Delete it and run the build again, so that it is fetched anew.");
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
            return unknown(
                    "is a web page",
                    "A server, a proxy or a portal answered with a page in its place: open the address in a browser.");
        }
        for (Map.Entry<String, String> stranger : STRANGERS.entrySet()) {
            if (begin(stranger.getKey())) {
                return unknown("is " + stranger.getValue(), KNOWN);
            }
        }
        return isText(text)
                ? unknown("is the text '" + cut(text) + "'", KNOWN)
                : unknown("begins with " + hex(), KNOWN);
    }

    private String hex() {
        int length = Math.min(SHOWN, bytes.length);
        return "the bytes " + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, length);
    }

    private static boolean isText(String text) {
        return !text.isEmpty()
                && text.codePoints()
                        .limit(LONGEST_TEXT)
                        .allMatch(one -> one != 0xFFFD && (one >= ' ' || one == '\n' || one == '\r' || one == '\t'));
    }

    private static String cut(String text) {
        String line = ArchiveFailures.printable(text);
        return line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) + "…" : line;
    }

    private RuntimeException unknown(String what, String next) {
        return ArchiveFailures.unknown(file, what, next);
    }
}
