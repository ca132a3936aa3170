package io.github.pythonenv.store;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Path;

/** What a failed file operation in the store means to a person. */
final class StoreFailures {
    private static final String OTHER_HOME = "name another folder with -Dpython-env.home=<folder>.";

    private StoreFailures() {}

    /** @param what was to be put into the store, as a noun */
    static UserFailure of(Path home, String what, IOException cause) {
        String start = what + " could not be put into the store " + home + ": ";
        String said = " (" + cause.getMessage() + ").";
        return switch (DiskFault.of(cause)) {
            case FULL ->
                new UserFailure(
                        start + "there is no space left on its disk" + said,
                        "Make room on that disk, or " + OTHER_HOME,
                        cause);
            case DENIED ->
                new UserFailure(
                        start + "this user may not write there" + said,
                        "Give this user the right to write there, let one who has it build once, or " + OTHER_HOME,
                        cause);
            case SEVERAL_DISKS ->
                new UserFailure(
                        start + "its folders lie on several file systems" + said,
                        "Let no folder in the store be a mount point or a link, or " + OTHER_HOME,
                        cause);
            case OTHER ->
                new UserFailure(
                        start + FileFault.why(cause) + ".",
                        "Check that disk and run the build again, or " + OTHER_HOME,
                        cause);
        };
    }
}
