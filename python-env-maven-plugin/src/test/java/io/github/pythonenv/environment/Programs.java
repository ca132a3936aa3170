package io.github.pythonenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small programs for tests. */
public final class Programs {

    private Programs() {}

    /** Writes a shell script that can be started. */
    public static Path script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        file.toFile().setExecutable(true);
        return file;
    }
}
