package io.github.pythonenv.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** The values that a tar archive names before an entry: lines of {@code length key=value}. Format: POSIX.1-2017, pax. */
final class PaxRecords {
    private static final int LONGEST_LENGTH = 7;

    private PaxRecords() {}

    static Map<String, byte[]> read(Path archive, byte[] bytes) {
        Map<String, byte[]> records = new TreeMap<>();
        int at = 0;
        while (at < bytes.length) {
            int blank = at;
            while (blank < bytes.length && blank - at <= LONGEST_LENGTH && bytes[blank] != ' ') {
                blank++;
            }
            OptionalLong length = number(Arrays.copyOfRange(bytes, at, blank));
            int end = at + (int) length.orElse(0);
            if (blank + 1 >= end || end > bytes.length || bytes[end - 1] != '\n') {
                throw damaged(archive);
            }
            int equals = blank + 1;
            while (equals < end && bytes[equals] != '=') {
                equals++;
            }
            if (equals == blank + 1 || equals == end) {
                throw damaged(archive);
            }
            String key = new String(bytes, blank + 1, equals - blank - 1, StandardCharsets.ISO_8859_1);
            records.put(key, Arrays.copyOfRange(bytes, equals + 1, end - 1));
            at = end;
        }
        return records;
    }

    /** Values for all entries are harmless (a comment), unless they would give all the same name. */
    static void refuseNames(Path archive, Map<String, byte[]> records) {
        for (String key : Set.of("path", "linkpath", "size")) {
            byte[] value = records.get(key);
            if (value != null) {
                throw ArchiveFailures.refused(archive, printed(value), "is given as the " + key + " of all entries");
            }
        }
    }

    /** Digits; nothing for other text. */
    static OptionalLong number(byte[] value) {
        String text = printed(value);
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static String printed(byte[] value) {
        return new String(value, StandardCharsets.ISO_8859_1);
    }

    private static RuntimeException damaged(Path archive) {
        return ArchiveFailures.damaged(archive, "the values before one of its entries cannot be read");
    }
}
