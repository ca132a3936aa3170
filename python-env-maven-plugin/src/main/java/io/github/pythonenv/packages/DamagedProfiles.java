package io.github.pythonenv.packages;

import java.io.IOException;

/** A file that is to hold profiles, and holds something else. */
final class DamagedProfiles extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedProfiles(String how) {
        super(how);
    }
}
