package io.github.pythonenv.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Lines as they come, the last ones kept: what explains a failure stands at the end. */
final class RecentLines {
    /** Enough for a document of any project we know, small enough for a build's heap. */
    static final int MOST_CHARACTERS = 8 << 20;

    private final Deque<String> kept = new ArrayDeque<>();
    private long characters;
    private long dropped;

    /** Keeps each line, then hands it on. */
    Consumer<String> andThen(Consumer<String> next) {
        return line -> {
            add(line);
            next.accept(line);
        };
    }

    synchronized void add(String line) {
        kept.addLast(line);
        characters += line.length() + 1;
        while (characters > MOST_CHARACTERS && kept.size() > 1) {
            characters -= kept.removeFirst().length() + 1;
            dropped++;
        }
    }

    /** What is kept, after a line that says how many are not. */
    synchronized List<String> lines() {
        List<String> all = new ArrayList<>(kept.size() + 1);
        if (dropped > 0) {
            all.add("(" + dropped + " earlier lines left out)");
        }
        all.addAll(kept);
        return all;
    }
}
