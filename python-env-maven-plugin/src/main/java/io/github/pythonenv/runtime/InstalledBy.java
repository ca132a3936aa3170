package io.github.pythonenv.runtime;

/** Who put a Python on this machine, where it was not us. */
public enum InstalledBy {
    /** The system's packages, an installer, pyenv, Homebrew, the user: whatever is neither of the others. */
    SYSTEM("system"),
    /** A conda, as an environment of its own. */
    CONDA("conda"),
    /** uv, as one of its managed Pythons. */
    UV("uv");

    private final String word;

    InstalledBy(String word) {
        this.word = word;
    }

    /** The word for it in configuration, messages and records: that of the source. */
    public String word() {
        return word;
    }
}
