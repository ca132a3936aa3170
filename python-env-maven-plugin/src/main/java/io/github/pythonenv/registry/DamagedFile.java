package io.github.pythonenv.registry;

import java.io.IOException;

/** A file of ours that holds something else than we write. */
final class DamagedFile extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedFile(String why, Throwable cause) {
        super(why, cause);
    }

    DamagedFile(String why) {
        super(why);
    }
}
