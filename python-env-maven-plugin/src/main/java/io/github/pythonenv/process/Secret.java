package io.github.pythonenv.process;

import java.util.Objects;

/** A text that does not print: it can be held in records and logged by accident without being told. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** The text itself. Call it only where it is handed to who needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
