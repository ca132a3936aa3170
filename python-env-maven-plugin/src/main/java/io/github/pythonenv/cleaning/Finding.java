package io.github.pythonenv.cleaning;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A virtual environment that can go.
 *
 * @param folder absolute
 * @param reasons what makes it one, a phrase each
 * @param confidence how sure that is, in percent
 * @param bytes of all its files; with its earlier generations, where this plugin made it
 * @param made when it was made, as far as its files tell
 * @param ours whether this plugin made it
 */
public record Finding(Path folder, List<String> reasons, int confidence, long bytes, Instant made, boolean ours) {

    public Finding {
        reasons = List.copyOf(reasons);
    }
}
