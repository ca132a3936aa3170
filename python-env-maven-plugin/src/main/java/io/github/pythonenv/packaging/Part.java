package io.github.pythonenv.packaging;

/** What a tree is made of. */
public enum Part {
    INTERPRETER("interpreter"),
    PACKAGES("packages"),
    CODE("own code"),
    BYTECODE("bytecode");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** What it is called in lists. */
    public String label() {
        return label;
    }
}
