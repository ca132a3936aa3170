package io.github.pythonenv.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What glibc prints when its file is started as a program, for example {@code GNU C Library (Debian GLIBC 2.36-9) stable
 * release version 2.36.}: the only place in the file where its version stands as such.
 */
final class GlibcBanner {
    private static final byte[] BEGIN = "GNU C Library (".getBytes(StandardCharsets.US_ASCII);
    private static final String VERSION = " version ";
    private static final int LONGEST = 300;

    private GlibcBanner() {}

    /** Nothing if there is no such text in that file. */
    static Optional<Libc> read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int at = lastIndexOf(content, BEGIN);
        if (at < 0) {
            return Optional.empty();
        }
        int length = Math.min(LONGEST, content.length - at);
        return parse(new String(content, at, length, StandardCharsets.ISO_8859_1));
    }

    private static Optional<Libc> parse(String text) {
        int version = text.indexOf(VERSION);
        if (version < 0) {
            return Optional.empty();
        }
        int majorAt = version + VERSION.length();
        int majorEnd = endOfDigits(text, majorAt);
        int minorEnd = majorEnd < text.length() ? endOfDigits(text, majorEnd + 1) : majorEnd;
        if (majorEnd == majorAt || minorEnd <= majorEnd + 1 || text.charAt(majorEnd) != '.') {
            return Optional.empty();
        }
        return Optional.of(new Libc.Glibc(
                Integer.parseInt(text.substring(majorAt, majorEnd)),
                Integer.parseInt(text.substring(majorEnd + 1, minorEnd))));
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * The last occurrence. From the end, because the texts lie behind the code; by Horspool's method, because a fresh
     * JVM interprets this loop, and most of its steps skip fifteen bytes.
     */
    private static int lastIndexOf(byte[] content, byte[] wanted) {
        int[] skip = new int[256];
        Arrays.fill(skip, wanted.length);
        for (int i = wanted.length - 1; i > 0; i--) {
            skip[wanted[i] & 0xFF] = i;
        }
        int at = content.length - wanted.length;
        while (at >= 0) {
            if (matches(content, at, wanted)) {
                return at;
            }
            at -= skip[content[at] & 0xFF];
        }
        return -1;
    }

    private static boolean matches(byte[] content, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (content[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
