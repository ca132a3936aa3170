package io.github.pythonenv.packages;

/** How much a lock counts. */
public enum LockMode {
    /** Installed from where there is one; brought up to date when what it was made from has changed. */
    AUTO,
    /** Installed from; one that is out of date is an error, and none as well. */
    LOCKED,
    /** What holds on build servers unless somebody says otherwise: one that is out of date is an error; for none, a warning. */
    CI,
    /** Installed from as it is, whatever it was made from says by now. */
    FROZEN,
    /** Not looked at. */
    OFF;

    /** Whether it is found out if the lock fits what it was made from. */
    boolean checks() {
        return this != FROZEN && this != OFF;
    }
}
