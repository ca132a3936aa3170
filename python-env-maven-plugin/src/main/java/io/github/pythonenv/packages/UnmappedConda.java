package io.github.pythonenv.packages;

/** What is done about packages of conda of which nobody knows what they are called on the Python index. */
public enum UnmappedConda {
    /** They are named, and nothing is built. */
    REFUSE,
    /** They are named, and left out. */
    IGNORE,
    /** The same name is taken: whoever says so knows that it means the same project there. */
    SAME_NAME
}
