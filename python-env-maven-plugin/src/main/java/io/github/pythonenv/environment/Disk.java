package io.github.pythonenv.environment;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.store.DiskFault;
import java.io.IOException;
import java.nio.file.Path;

/** What a failed file operation means to who wants an environment. */
final class Disk {

    private Disk() {}

    /** @param directory the environment that was to be changed */
    static UserFailure failure(Path directory, IOException e) {
        return switch (DiskFault.of(e)) {
            case FULL ->
                new UserFailure(
                        "There is no space left on the disk of " + directory + ": " + e.getMessage()
                                + ". The environment that stood there was kept.",
                        "Make room, and build again.",
                        e);
            case DENIED ->
                new UserFailure(
                        directory + " could not be changed: writing is not allowed at " + e.getMessage(),
                        "Give this user the right to write there, or choose another folder with <directory>.",
                        e);
            case SEVERAL_DISKS, OTHER ->
                new UserFailure(
                        directory + " could not be changed: " + FileFault.why(e) + ".",
                        "Check the disk and the folder's rights, and build again.",
                        e);
        };
    }
}
