package io.github.pythonenv.packaging;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.store.DiskFault;
import java.io.IOException;

/** What is said where files could not be read or written while an environment was packed or unpacked. */
final class PackingFailure {

    private PackingFailure() {}

    /**
     * @param what could not be done, a sentence without its full stop
     * @param hint what to do, unless the disk is full
     */
    static UserFailure of(String what, String hint, IOException cause) {
        boolean full = DiskFault.of(cause) == DiskFault.FULL;
        return new UserFailure(
                what + ": "
                        + (full
                                ? "there is no space left on the disk (" + cause.getMessage() + ")"
                                : FileFault.why(cause))
                        + ".",
                full ? "Make room there, and run the build again." : hint,
                cause);
    }
}
