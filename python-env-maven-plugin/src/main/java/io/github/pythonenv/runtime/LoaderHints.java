package io.github.pythonenv.runtime;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a complaint of the system's loader. */
final class LoaderHints {
    private static final Pattern MISSING_SO =
            Pattern.compile("\\b(lib[\\w+-]+\\.so[\\w.]*): cannot open shared object");
    private static final Pattern MISSING_DYLIB = Pattern.compile("Library not loaded: (\\S+/opt/([^/\\s]+)/\\S+)");
    private static final Pattern GLIBC = Pattern.compile("version [`'\"]GLIBC_(\\d+\\.\\d+)' not found");

    /** Names of packages with the library in them, current in Debian 12 and Fedora 40. */
    private record Packaged(String library, String debian, String fedora) {}

    private static final List<Packaged> PACKAGES = List.of(
            new Packaged("libbz2.so", "libbz2-1.0", "bzip2-libs"),
            new Packaged("libcrypt.so", "libcrypt1", "libxcrypt-compat"),
            new Packaged("libffi.so", "libffi8", "libffi"),
            new Packaged("libgdbm", "libgdbm6", "gdbm-libs"),
            new Packaged("liblzma.so", "liblzma5", "xz-libs"),
            new Packaged("libncursesw.so", "libncursesw6", "ncurses-libs"),
            new Packaged("libnsl.so", "libnsl1", "libnsl"),
            new Packaged("libpanelw.so", "libncursesw6", "ncurses-libs"),
            new Packaged("libreadline.so", "libreadline8", "readline"),
            new Packaged("libsqlite3.so", "libsqlite3-0", "sqlite-libs"),
            new Packaged("libtinfo.so", "libtinfo6", "ncurses-libs"),
            new Packaged("libuuid.so", "libuuid1", "libuuid"),
            new Packaged("libz.so", "zlib1g", "zlib"),
            new Packaged("libzstd.so", "libzstd1", "libzstd"));

    private LoaderHints() {}

    /**
     * Finds the library that a text complains about.
     *
     * @param text what the loader or the interpreter said
     * @return its name or path
     */
    static Optional<String> missingLibrary(String text) {
        Matcher so = MISSING_SO.matcher(text);
        if (so.find()) {
            return Optional.of(so.group(1));
        }
        Matcher dylib = MISSING_DYLIB.matcher(text);
        return dylib.find() ? Optional.of(dylib.group(1)) : Optional.empty();
    }

    /**
     * Finds the complaint in a text.
     *
     * @param text what the loader or the interpreter said
     * @return what the user can do, as a whole sentence; nothing if the text names nothing that we know
     */
    static Optional<String> hint(String text) {
        Matcher glibc = GLIBC.matcher(text);
        if (glibc.find()) {
            return Optional.of(
                    "It wants glibc " + glibc.group(1) + ": ask for an older Python, or build on a newer" + " Linux.");
        }
        Matcher dylib = MISSING_DYLIB.matcher(text);
        if (dylib.find()) {
            return Optional.of("Install it with Homebrew: brew install " + dylib.group(2) + ".");
        }
        Matcher so = MISSING_SO.matcher(text);
        return so.find() ? Optional.of(sharedObject(so.group(1))) : Optional.empty();
    }

    private static String sharedObject(String library) {
        if (library.equals("libbz2.so.1.0")) {
            return "Install libbz2.so.1.0 (Debian, Ubuntu: package libbz2-1.0; Fedora, RHEL: package bzip2-libs, and"
                    + " a link of that name to its libbz2.so.1).";
        }
        return PACKAGES.stream()
                .filter(known -> library.startsWith(known.library()))
                .findFirst()
                .map(known -> "Install " + library + " (Debian, Ubuntu: package " + known.debian()
                        + "; Fedora, RHEL: package " + known.fedora() + ").")
                .orElse("Install the package of this system that has " + library + ".");
    }
}
