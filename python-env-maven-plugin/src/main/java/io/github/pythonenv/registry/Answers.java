package io.github.pythonenv.registry;

import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What programs answered, kept in the store: a file that has the same size and time of change as when it was asked need
 * not be started again. A cache and nothing else: a file that cannot be read is as good as none, and one that cannot be
 * written is not missed.
 */
final class Answers {
    private static final String FILE = "file";
    private static final String STAMP = "stamp";

    private final Store store;
    private final RecordFile records;
    private final Map<Path, Map<String, String>> known = new TreeMap<>();
    private boolean changed;

    Answers(Store store) {
        this.store = store;
        this.records = new RecordFile(store.home().resolve("interpreters.json"), "interpreters");
        known.putAll(read());
    }

    /**
     * What that program is.
     *
     * @param real a real path
     * @param again whether one that was silent is asked again
     * @param asking asks it
     */
    Answer of(Path real, boolean again, Function<Path, Answer> asking) {
        String stamp = stamp(real);
        Map<String, String> record = known.getOrDefault(real, Map.of());
        if (record.getOrDefault(STAMP, "").equals(stamp)) {
            Answer remembered = Answer.of(record);
            if (remembered.given() || !again) {
                return remembered;
            }
        }
        Answer answer = asking.apply(real);
        Map<String, String> fresh = new LinkedHashMap<>(Map.of(FILE, real.toString(), STAMP, stamp));
        fresh.putAll(new TreeMap<>(answer.record()));
        known.put(real, fresh);
        changed = true;
        return answer;
    }

    /** Keeps for the next time what was learned. */
    void save() {
        if (!changed) {
            return;
        }
        try {
            Path lock = store.home().resolve("locks").resolve("interpreters.lock");
            InterprocessLock.holding(lock, who -> {}, () -> {
                Map<Path, Map<String, String>> all = read();
                all.putAll(known);
                all.keySet().removeIf(file -> !Files.exists(file));
                records.write(List.copyOf(all.values()));
                return all.size();
            });
            changed = false;
        } catch (IOException e) {
            // A store that may only be read: then they are asked again next time.
        }
    }

    private Map<Path, Map<String, String>> read() {
        Map<Path, Map<String, String>> all = new TreeMap<>();
        try {
            for (Map<String, String> record : records.read()) {
                String file = record.get(FILE);
                if (file != null) {
                    all.put(Path.of(file), record);
                }
            }
        } catch (IOException e) {
            return new TreeMap<>();
        }
        return all;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + "/" + attributes.lastModifiedTime().toMillis();
        } catch (IOException e) {
            return "";
        }
    }
}
