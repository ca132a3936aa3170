package io.github.pythonenv.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the C library of a Linux machine without starting a program: the JVM itself has it loaded, so the list of its
 * mapped files names it, and glibc carries its version as text ({@link GlibcBanner}). On the path of builds that have
 * nothing to do, so there are no streams and no regular expressions here: in a fresh JVM these two take longer than the
 * reading.
 */
final class LibcDetection implements Supplier<Libc> {
    private static final String DELETED = " (deleted)";

    private final Path maps;

    /** @param maps the list of mapped files, in the form of {@code /proc/self/maps} (proc(5)) */
    LibcDetection(Path maps) {
        this.maps = maps;
    }

    @Override
    public Libc get() {
        try {
            // Names may be in any encoding; Latin-1 reads them all and leaves the ASCII ones as they are.
            String lines = new String(Files.readAllBytes(maps), StandardCharsets.ISO_8859_1);
            for (int start = 0; start < lines.length(); ) {
                int newline = lines.indexOf('\n', start);
                int end = newline < 0 ? lines.length() : newline;
                Optional<Libc> found = identify(mappedFile(lines.substring(start, end)));
                if (found.isPresent()) {
                    return found.get();
                }
                start = end + 1;
            }
        } catch (IOException e) {
            // No /proc, or the library cannot be read: then nobody knows.
        }
        return new Libc.Unknown();
    }

    /** The sixth column, which may hold spaces; empty for anonymous mappings. */
    private static String mappedFile(String line) {
        int slash = line.indexOf('/');
        String file = slash < 0 ? "" : line.substring(slash);
        // An update of the system replaced it since this JVM started.
        return file.endsWith(DELETED) ? file.substring(0, file.length() - DELETED.length()) : file;
    }

    private static Optional<Libc> identify(String file) throws IOException {
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (name.endsWith(".so.1") && (name.startsWith("ld-musl-") || name.startsWith("libc.musl-"))) {
            return Optional.of(new Libc.Musl());
        }
        if (name.equals("libc.so.6") || (name.startsWith("libc-2.") && name.endsWith(".so"))) {
            return GlibcBanner.read(Path.of(file));
        }
        return Optional.empty();
    }
}
