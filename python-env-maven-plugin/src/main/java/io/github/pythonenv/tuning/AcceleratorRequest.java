package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which accelerator the packages are to be for.
 *
 * @param kind which one
 * @param version of CUDA or ROCm, such as {@code 12.6}; empty where the newest that fits is meant
 */
public record AcceleratorRequest(Kind kind, String version) {

    /** What can be asked for. */
    public enum Kind {
        /** Nobody asked: the package index decides, as it does without this plugin. */
        UNSET,
        /** What this machine has. */
        AUTO,
        CPU,
        CUDA,
        ROCM,
        XPU
    }

    /** Nobody asked. */
    public static final AcceleratorRequest UNSET = new AcceleratorRequest(Kind.UNSET, "");

    private static final Pattern SPELLING =
            Pattern.compile("(?<kind>auto|cpu|xpu|cuda|rocm)(?:-?(?<version>[1-9][0-9]*\\.[0-9]+(?:\\.[0-9]+)?))?");

    /**
     * Reads {@code auto}, {@code cpu}, {@code cuda}, {@code cuda-12.6}, {@code rocm}, {@code rocm-6.4} or {@code xpu}.
     *
     * @throws UserFailure for anything else
     */
    public static AcceleratorRequest parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = SPELLING.matcher(word);
        if (!matcher.matches()) {
            throw unknown(text);
        }
        Kind kind = Kind.valueOf(matcher.group("kind").toUpperCase(Locale.ROOT));
        String version = matcher.group("version") == null ? "" : matcher.group("version");
        if (!version.isEmpty() && kind != Kind.CUDA && kind != Kind.ROCM) {
            throw unknown(text);
        }
        return new AcceleratorRequest(kind, version);
    }

    private static UserFailure unknown(String text) {
        return new UserFailure(
                "The accelerator '" + text.strip() + "' is not known.",
                "Set accelerator to auto, cpu, cuda, cuda-12.6 (or another version of CUDA), rocm, rocm-6.4 (or another"
                        + " version of ROCm) or xpu.");
    }

    /** Whether anybody asked. */
    public boolean set() {
        return kind != Kind.UNSET;
    }

    /** As {@link #parse} reads it; empty where nobody asked. */
    @Override
    public String toString() {
        return set() ? kind.name().toLowerCase(Locale.ROOT) + (version.isEmpty() ? "" : "-" + version) : "";
    }
}
