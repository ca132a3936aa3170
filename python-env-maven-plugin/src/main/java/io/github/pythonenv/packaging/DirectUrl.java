package io.github.pythonenv.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What an installed package says of where it comes from. Source: "Recording the direct URL origin" of the Python
 * packaging specifications. It has two facts that count here, which is no reason to load a JSON library.
 */
final class DirectUrl {
    private static final Pattern EDITABLE = Pattern.compile("\"editable\"\\s*:\\s*true");
    private static final Pattern LOCAL = Pattern.compile("\"url\"\\s*:\\s*\"file:");

    private DirectUrl() {}

    /** Whether its code is used where it is. */
    static boolean editable(Path file) throws IOException {
        return EDITABLE.matcher(Files.readString(file)).find();
    }

    /** Whether it names a place on this machine. */
    static boolean local(Path file) throws IOException {
        return LOCAL.matcher(Files.readString(file)).find();
    }
}
