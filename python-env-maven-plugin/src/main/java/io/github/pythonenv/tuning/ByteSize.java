package io.github.pythonenv.tuning;

import io.github.pythonenv.UserFailure;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it. */
final class ByteSize {

    private static final Pattern SPELLING = Pattern.compile("(?<number>[0-9]{1,9})\\s*(?<unit>[kmg]i?b?|b)?");

    private ByteSize() {}

    /**
     * Reads {@code 131072}, {@code 128k}, {@code 128KiB}, {@code 64 MB}, {@code 1g}: the units are powers of 1024.
     *
     * @param key the setting, for the message
     * @throws UserFailure where it is no size
     */
    static long parse(String key, String text) {
        Matcher matcher = SPELLING.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new UserFailure(
                    key + " is '" + text + "', which is no number of bytes.",
                    "Write a number of bytes, or one with a unit, such as 128 KiB or 64 MiB.");
        }
        String unit = matcher.group("unit") == null ? "b" : matcher.group("unit");
        int shift = switch (unit.charAt(0)) {
            case 'k' -> 10;
            case 'm' -> 20;
            case 'g' -> 30;
            default -> 0;
        };
        return Math.multiplyExact(Long.parseLong(matcher.group("number")), 1L << shift);
    }
}
