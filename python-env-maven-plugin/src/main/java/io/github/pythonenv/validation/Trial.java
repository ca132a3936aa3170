package io.github.pythonenv.validation;

import java.util.List;
import java.util.Locale;

/**
 * The import of a module, or of something in it.
 *
 * @param distribution the package that it belongs to, normalized
 * @param target {@code module} or {@code module:attribute}
 * @param result how that went
 */
record Trial(String distribution, String target, Result result) {

    /** How an import went. */
    sealed interface Result {}

    record Works(double milliseconds) implements Result {}

    /**
     * It raised an error.
     *
     * @param kind the error's type
     * @param text what it says, on one line
     * @param missing the module that was not found, where that is the error; else empty
     * @param standard whether that one is of the standard library
     */
    record Raised(String kind, String text, String missing, boolean standard) implements Result {

        /** Words of the loaders of Linux, macOS and Windows for a shared library that does not load. */
        private static final List<String> LOADER = List.of(
                "cannot open shared object",
                "undefined symbol",
                "invalid elf header",
                "file too short",
                "wrong elf class",
                "version `",
                "symbol not found",
                "library not loaded",
                "image not found",
                "mach-o",
                "dll load failed",
                "dynamic module does not define");

        /** Whether a shared library did not load. */
        boolean isLoaders() {
            String lower = text.toLowerCase(Locale.ROOT);
            return kind.equals("ImportError") && LOADER.stream().anyMatch(lower::contains);
        }
    }

    /** It ended the process. */
    record Crashed(int exitCode) implements Result {}

    /** It did not come back in time. */
    record Hung(long seconds) implements Result {}

    boolean works() {
        return result instanceof Works;
    }

    /**
     * How long it took.
     *
     * @throws IllegalStateException where it does not work
     */
    double milliseconds() {
        if (result instanceof Works works) {
            return works.milliseconds();
        }
        throw new IllegalStateException(describe());
    }

    /** What happened, for a person. */
    String describe() {
        if (result instanceof Raised raised) {
            return target + " does not import: " + raised.kind()
                    + (raised.text().isEmpty() ? "" : ": " + raised.text());
        }
        if (result instanceof Crashed crashed) {
            // The JVM reports a signal as 128 and its number.
            int code = crashed.exitCode();
            return target + " ends the interpreter with "
                    + (code > 128 && code < 160 ? "signal " + (code - 128) : "exit code " + code);
        }
        return result instanceof Hung hung
                ? target + " has not come back after " + hung.seconds() + " s"
                : target + " imports";
    }
}
