package io.github.pythonenv.environment;

/** How a new generation takes the place of the old one. */
public enum SwapMode {
    /** Both are exchanged whole; the old one is kept as an earlier generation. */
    EXCHANGE,
    /** The contents of the folder are replaced: for a folder that cannot be moved, such as a mount point. */
    IN_PLACE
}
