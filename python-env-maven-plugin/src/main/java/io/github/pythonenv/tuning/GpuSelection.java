package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which GPUs a program may see.
 *
 * @param kind all, none or some
 * @param devices their numbers as nvidia-smi counts, or their ids ({@code GPU-…}, {@code MIG-…}); empty unless some
 */
public record GpuSelection(Kind kind, List<String> devices) {

    /** How the selection is meant. */
    public enum Kind {
        /** Nobody chose: whatever the variables of the build say. */
        UNSET,
        ALL,
        NONE,
        SOME
    }

    /** Nobody chose. */
    public static final GpuSelection UNSET = new GpuSelection(Kind.UNSET, List.of());

    private static final Pattern DEVICE = Pattern.compile("[0-9]{1,3}|(GPU|MIG)-[0-9A-Za-z/-]+");

    public GpuSelection {
        devices = List.copyOf(devices);
    }

    /**
     * Reads {@code all}, {@code none}, or devices separated by commas, such as {@code 0,2} or {@code MIG-8ed…}.
     *
     * @throws UserFailure for anything else
     */
    public static GpuSelection parse(String text) {
        String word = text.strip();
        if (word.equalsIgnoreCase("all")) {
            return new GpuSelection(Kind.ALL, List.of());
        }
        if (word.equalsIgnoreCase("none")) {
            return new GpuSelection(Kind.NONE, List.of());
        }
        return some(List.of(word.split(",", -1)));
    }

    /**
     * Some devices.
     *
     * @throws UserFailure where one of them is no device, or named twice
     */
    public static GpuSelection some(List<String> devices) {
        List<String> named = new ArrayList<>();
        for (String device : devices) {
            String name = device.strip();
            if (!DEVICE.matcher(name).matches() || named.contains(name)) {
                throw new UserFailure(
                        "The GPUs '" + String.join(",", devices) + "' cannot be understood: '" + name + "' "
                                + (named.contains(name) ? "is named twice." : "is no device."),
                        "Set gpus to all, none, or a list of numbers as nvidia-smi -L shows them, or of ids (GPU-…,"
                                + " MIG-…).");
            }
            named.add(name);
        }
        return new GpuSelection(Kind.SOME, named);
    }

    /** As {@link #parse} reads it; empty where nobody chose. */
    @Override
    public String toString() {
        return switch (kind) {
            case UNSET -> "";
            case ALL -> "all";
            case NONE -> "none";
            case SOME -> String.join(",", devices);
        };
    }
}
