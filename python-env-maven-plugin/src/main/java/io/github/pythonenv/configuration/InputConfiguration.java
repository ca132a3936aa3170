package io.github.pythonenv.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was configured to be installed.
 *
 * @param requirements requirements files, absolute
 * @param constraints constraints files, absolute
 * @param packages requirements in the notation of PEP 508
 * @param uvProject the folder of a uv project, absolute
 * @param pylock a lock file in the format of PEP 751, absolute
 * @param extras extras of the project, with a lock
 * @param groups dependency groups, with a lock
 * @param defaultGroups whether the default groups of a uv project are installed
 * @param editable whether local projects are installed editable
 * @param memberEnvironment whether a member of a uv workspace has an environment of its own
 */
public record InputConfiguration(
        List<Path> requirements,
        List<Path> constraints,
        List<String> packages,
        Optional<Path> uvProject,
        Optional<Path> pylock,
        List<String> extras,
        List<String> groups,
        boolean defaultGroups,
        boolean editable,
        boolean memberEnvironment) {

    /** What an environment's settings say. */
    static InputConfiguration of(Settings set) {
        return new InputConfiguration(
                set.paths(Setting.REQUIREMENTS),
                set.paths(Setting.CONSTRAINTS),
                PackageList.of(set.texts(Setting.PACKAGES)),
                set.path(Setting.UV_PROJECT),
                set.path(Setting.PYLOCK),
                set.texts(Setting.EXTRAS),
                set.texts(Setting.GROUPS),
                set.yes(Setting.DEFAULT_GROUPS, true),
                set.yes(Setting.EDITABLE, true),
                set.yes(Setting.MEMBER_ENVIRONMENT, false));
    }

    /** Whether anything to install is named, so that none is looked for. */
    public boolean isExplicit() {
        return unlocked() || uvProject.isPresent() || pylock.isPresent();
    }

    /** Whether packages or requirements files are named. */
    boolean unlocked() {
        return !requirements.isEmpty() || !packages.isEmpty();
    }
}
