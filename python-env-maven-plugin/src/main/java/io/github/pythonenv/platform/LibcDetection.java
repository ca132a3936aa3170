package io.github.pythonenv.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the C library of a Linux machine without starting a program: the JVM itself has it loaded, so the list of its
 * mapped files names it, and glibc carries its version as text (what {@code libc.so.6} prints when it is started).
 */
final class LibcDetection {
    private static final Pattern MUSL = Pattern.compile("/(ld-musl-[^/]*|libc\\.musl-[^/]*)\\.so\\.1$");
    private static final Pattern GLIBC = Pattern.compile("/libc(\\.so\\.6|-2\\.\\d+\\.so)$");
    private static final Pattern BANNER = Pattern.compile("GNU C Library [^\\x00]{0,200}? version (\\d+)\\.(\\d+)");

    private static final String DELETED = " (deleted)";

    private final Path maps;

    /** @param maps the list of mapped files, in the form of {@code /proc/self/maps} */
    LibcDetection(Path maps) {
        this.maps = maps;
    }

    Libc detect() {
        // The list may hold names in any encoding; Latin-1 reads them all and leaves the ASCII ones as they are.
        try (Stream<String> lines = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
            return lines.map(LibcDetection::mappedFile)
                    .filter(path ->
                            MUSL.matcher(path).find() || GLIBC.matcher(path).find())
                    .findFirst()
                    .flatMap(LibcDetection::identify)
                    .orElseGet(Libc.Unknown::new);
        } catch (IOException | UncheckedIOException e) {
            return new Libc.Unknown();
        }
    }

    /** The sixth column, which may hold spaces; empty for anonymous mappings. */
    private static String mappedFile(String line) {
        int slash = line.indexOf('/');
        String file = slash < 0 ? "" : line.substring(slash);
        // An update of the system replaced it since this JVM started.
        return file.endsWith(DELETED) ? file.substring(0, file.length() - DELETED.length()) : file;
    }

    private static Optional<Libc> identify(String path) {
        if (MUSL.matcher(path).find()) {
            return Optional.of(new Libc.Musl());
        }
        try {
            String content = Files.readString(Path.of(path), StandardCharsets.ISO_8859_1);
            int banner = content.indexOf("GNU C Library ");
            Matcher matcher = BANNER.matcher(content);
            return banner >= 0 && matcher.find(banner)
                    ? Optional.of(
                            new Libc.Glibc(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
