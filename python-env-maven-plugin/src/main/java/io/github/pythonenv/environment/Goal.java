package io.github.pythonenv.environment;

/** How far towards a complete environment a call goes. */
public enum Goal {
    /** The runtime alone. */
    RUNTIME,
    /** A virtual environment, with or without packages. */
    ENVIRONMENT,
    /** The environment with all its packages. */
    PACKAGES
}
