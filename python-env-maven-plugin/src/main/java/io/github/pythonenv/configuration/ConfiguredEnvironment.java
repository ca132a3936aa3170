package io.github.pythonenv.configuration;

import io.github.pythonenv.packages.Profile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

    /** What an environment's folder depends on, and whether there is one. */
    private static final Set<Setting> PLACES = EnumSet.of(
            Setting.DIRECTORY, Setting.PYTHON_VERSIONS, Setting.UV_PROJECT, Setting.INPUT, Setting.MEMBER_ENVIRONMENT);

    /** Whether a goal acts on it unless it is chosen by name. */
    public boolean enabled() {
        return settings.yes(Setting.ENABLED, true);
    }

    /** Whether the command line has a part in where it stands, or in that there is one. */
    public boolean placedByCommandLine() {
        return PLACES.stream().anyMatch(setting -> settings.has(setting, Origin.Level.COMMAND_LINE));
    }

    /** Whether profiles or a template are asked for. */
    public boolean hasProfiles() {
        return settings.has(Setting.PROFILES) || settings.has(Setting.TEMPLATE);
    }

    /**
     * What the profiles and the template that are asked for come to.
     *
     * @param known all profiles there are; of two with one name, the first counts
     * @param platform the id of the platform that it is for
     * @throws io.github.pythonenv.UserFailure where one is not known or cannot be had there
     */
    public ProfileChoice profiles(List<Profile> known, String platform) {
        return ProfileChoice.of(known, settings.text(Setting.TEMPLATE), settings.texts(Setting.PROFILES), platform);
    }
}
