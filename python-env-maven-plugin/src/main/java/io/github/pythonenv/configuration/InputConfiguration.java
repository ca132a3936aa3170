package io.github.pythonenv.configuration;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.UnmappedConda;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was configured to be installed.
 *
 * @param requirements requirements files, absolute
 * @param constraints constraints files, absolute
 * @param packages requirements in the notation of PEP 508
 * @param uvProject the folder of a uv project, absolute
 * @param pylock a lock file in the format of PEP 751, absolute
 * @param input a file that is told by its name, or a folder with one, absolute
 * @param packed a packed environment
 * @param extras extras of the project
 * @param groups dependency groups
 * @param members names of the members of a uv workspace that are installed; none for all
 * @param defaultGroups whether the default groups of a uv project are installed
 * @param editable whether local projects are installed editable
 * @param memberEnvironment whether a member of a uv workspace has an environment of its own
 * @param unmappedConda what is done about packages of conda whose name on the Python index is not known
 * @param condaNames what packages of conda are called there
 * @param profiles what profiles and a template add to what else is installed
 */
public record InputConfiguration(
        List<Path> requirements,
        List<Path> constraints,
        List<String> packages,
        Optional<Path> uvProject,
        Optional<Path> pylock,
        Optional<Path> input,
        PackedConfiguration packed,
        List<String> extras,
        List<String> groups,
        List<String> members,
        boolean defaultGroups,
        boolean editable,
        boolean memberEnvironment,
        UnmappedConda unmappedConda,
        Map<String, String> condaNames,
        List<String> profiles) {

    /** What an environment's settings say. */
    static InputConfiguration of(Settings set) {
        return new InputConfiguration(
                set.paths(Setting.REQUIREMENTS),
                set.paths(Setting.CONSTRAINTS),
                PackageList.of(set.texts(Setting.PACKAGES)),
                set.path(Setting.UV_PROJECT),
                set.path(Setting.PYLOCK),
                set.path(Setting.INPUT),
                new PackedConfiguration(set.text(Setting.PACKED), set.text(Setting.PACKED_SHA256)),
                set.texts(Setting.EXTRAS),
                set.texts(Setting.GROUPS),
                set.texts(Setting.MEMBERS),
                set.yes(Setting.DEFAULT_GROUPS, true),
                set.yes(Setting.EDITABLE, true),
                set.yes(Setting.MEMBER_ENVIRONMENT, false),
                unmapped(set.text(Setting.CONDA_UNMAPPED).orElse("refuse")),
                set.textByName(Setting.CONDA_NAMES),
                List.of());
    }

    private static UnmappedConda unmapped(String word) {
        return switch (word) {
            case "refuse" -> UnmappedConda.REFUSE;
            case "ignore" -> UnmappedConda.IGNORE;
            case "sameName" -> UnmappedConda.SAME_NAME;
            default ->
                throw new UserFailure(
                        "conda.unmapped is '" + word + "'.",
                        NearName.question(word, List.of("refuse", "ignore", "sameName"))
                                + "Take refuse, ignore or sameName.");
        };
    }

    /** The same with what profiles add. */
    InputConfiguration with(List<String> more) {
        return new InputConfiguration(
                requirements,
                constraints,
                packages,
                uvProject,
                pylock,
                input,
                packed,
                extras,
                groups,
                members,
                defaultGroups,
                editable,
                memberEnvironment,
                unmappedConda,
                condaNames,
                more);
    }

    /** Whether anything to install was configured. */
    public boolean isExplicit() {
        return named() || !profiles.isEmpty();
    }

    /** Whether a kind of inputs is named, so that none is looked for. */
    boolean named() {
        return unlocked() || uvProject.isPresent() || pylock.isPresent() || input.isPresent() || packed.named();
    }

    /** Whether packages or requirements files are named. */
    boolean unlocked() {
        return !requirements.isEmpty() || !packages.isEmpty();
    }
}
