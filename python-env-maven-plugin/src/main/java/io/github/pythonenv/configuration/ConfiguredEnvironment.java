package io.github.pythonenv.configuration;

/**
 * One environment of a project, with all that was said of it.
 *
 * @param name its name
 * @param settings what was said, by file, POM and command line
 * @param declared whether {@code python-env.json} or the POM names it, so that it is wanted even without packages
 * @param only whether it is the only one that is declared
 */
public record ConfiguredEnvironment(String name, Settings settings, boolean declared, boolean only) {

    /** The name of an environment that nobody named. */
    public static final String UNNAMED = "default";

    /** Whether a goal acts on it unless it is chosen by name. */
    public boolean enabled() {
        return settings.yes(Setting.ENABLED, true);
    }
}
