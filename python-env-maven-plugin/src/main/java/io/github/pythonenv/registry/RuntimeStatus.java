package io.github.pythonenv.registry;

/** How it is with a runtime in the registry. */
public enum RuntimeStatus {
    /** Registered and never tried. */
    NOT_INITIALIZED("NotInitialized"),
    /** It was tried and works. */
    READY("Ready"),
    /** It was tried and does not work, or is gone; the reason says how. */
    ERROR("Error"),
    /** A newer patch is being fetched; it serves meanwhile. */
    UPDATING("Updating");

    private final String label;

    RuntimeStatus(String label) {
        this.label = label;
    }

    /** The word for it in files and lists. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException if there is no such status */
    static RuntimeStatus labelled(String label) {
        for (RuntimeStatus status : values()) {
            if (status.label.equals(label)) {
                return status;
            }
        }
        throw new IllegalArgumentException("'" + label + "' is no status");
    }
}
