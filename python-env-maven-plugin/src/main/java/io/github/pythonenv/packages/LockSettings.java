package io.github.pythonenv.packages;

import java.util.Map;
import java.util.Optional;

/**
 * How locks are used and made.
 *
 * @param mode how much they count
 * @param excludeNewer the time after which nothing counts that was uploaded: a date, a time as in RFC 3339, or a span
 *     such as {@code 7 days}
 */
public record LockSettings(LockMode mode, Optional<String> excludeNewer) {

    /** What holds unless somebody says otherwise. */
    public static final LockSettings USUAL = new LockSettings(LockMode.AUTO, Optional.empty());

    /** The canonical text; empty for what is usual, and the same whether a lock is checked or kept up to date. */
    String describe() {
        return (mode.checks() ? "" : " locks " + mode)
                + excludeNewer.map(time -> " until " + time).orElse("");
    }

    /** Whether there is something to be seen to before these inputs are installed. */
    public boolean concern(PackageInputs inputs) {
        return switch (mode) {
            case AUTO -> inputs instanceof LockedInputs || inputs instanceof UvLock;
            case LOCKED, CI ->
                inputs instanceof LockedInputs || inputs instanceof UvLock || inputs instanceof UnlockedInputs;
            case OFF -> inputs instanceof UvLock;
            case FROZEN -> false;
        };
    }

    /** Tells uv. */
    void addTo(Map<String, String> variables) {
        excludeNewer.ifPresent(time -> variables.put("UV_EXCLUDE_NEWER", time));
    }
}
