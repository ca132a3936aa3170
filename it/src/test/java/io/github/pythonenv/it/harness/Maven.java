package io.github.pythonenv.it.harness;

import java.io.File;
import java.nio.file.Path;

/** The Mavens that the tests run on: the last of each line. Their exact versions are in the POM. */
public enum Maven {
    V3_8,
    V3_9,
    V3_10,
    V4;

    /** The one that tests use that are not about Maven. */
    public static final Maven USUAL = V3_9;

    /** Its unpacked distribution. */
    public Path home() {
        return Settings.target().resolve("mavens").resolve("apache-maven-" + Settings.of("maven." + name()));
    }

    /** Its start script. */
    public Path executable() {
        return home().resolve("bin").resolve(File.separatorChar == '/' ? "mvn" : "mvn.cmd");
    }
}
