package io.github.pythonenv.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the file system that is unpacked to makes of names.
 *
 * @param foldsCase names that differ in case alone, or in the way accents are written, are one
 * @param windows devices have names, and a colon and a dot at the end are no part of one
 */
record TargetRules(boolean foldsCase, boolean windows) {
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");
    private static final Pattern PORT = Pattern.compile("(com|lpt)[0-9\u00b9\u00b2\u00b3]");

    /**
     * Asks without writing: the nearest folder that is there and has letters in its name is looked up in the other case.
     * Where the answer is wrong (a folder with a rule of its own), nothing is overwritten: unpacking fails.
     */
    static TargetRules of(Path into) {
        boolean windows = into.getFileSystem().getSeparator().equals("\\");
        for (Path folder = into; folder != null && folder.getFileName() != null; folder = folder.getParent()) {
            String name = folder.getFileName().toString();
            String other = swapped(name);
            if (!other.equals(name) && Files.exists(folder)) {
                return new TargetRules(isSame(folder, folder.resolveSibling(other)), windows);
            }
        }
        return new TargetRules(windows, windows);
    }

    /** Equal for names that the file system takes for one. */
    Path key(Path path) {
        if (!foldsCase) {
            return path;
        }
        String one = Normalizer.normalize(path.toString(), Normalizer.Form.NFC);
        return Objects.requireNonNull(
                path.getFileSystem().getPath(one.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)));
    }

    /** Whether one part of a path means something else than a file here. */
    boolean allows(String part) {
        if (!windows) {
            return true;
        }
        String base = part.replaceFirst("(?s)[.].*", "").stripTrailing().toLowerCase(Locale.ROOT);
        return !part.endsWith(".")
                && !part.endsWith(" ")
                && part.indexOf(':') < 0
                && !DEVICES.contains(base)
                && !PORT.matcher(base).matches();
    }

    private static String swapped(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(name) ? name.toLowerCase(Locale.ROOT) : upper;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
