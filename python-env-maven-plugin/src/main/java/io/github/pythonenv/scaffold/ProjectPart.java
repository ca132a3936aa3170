package io.github.pythonenv.scaffold;

import java.util.Locale;

/** What a project may have besides its template. */
public enum ProjectPart {
    /** Java code that calls the Python part. */
    JAVA,
    /** Dockerfile, compose file and dev container. */
    CONTAINER,
    /** A workflow for a build server. */
    CI,
    /** Scanners, hooks, and profiles to measure with. */
    QUALITY;

    /** What it is asked for by. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
