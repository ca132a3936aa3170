package io.github.pythonenv.packages;

/** How closely installed files are looked at. */
public enum Scrutiny {
    /** They are there and have the recorded size. */
    SIZES,
    /** Their contents have the recorded digest, too: an edit that keeps the size is seen, at the cost of reading all. */
    DIGESTS
}
