package io.github.pythonenv.configuration;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.EnvironmentConfiguration.Call;
import io.github.pythonenv.packages.IndexAccess;
import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.packages.LocalWheels;
import io.github.pythonenv.packages.LockSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an environment's settings say of how packages are installed. */
final class InstallConfiguration {

    private static final int TIMEOUT_SECONDS = 1800;

    private static final List<String> LINK_MODES = List.of("clone", "copy", "hardlink", "symlink");

    private InstallConfiguration() {}

    /** @throws UserFailure where they contradict each other */
    static InstallSettings of(Settings set, Call call) {
        return new InstallSettings(
                        set.text(Setting.INDEX_URL),
                        set.texts(Setting.EXTRA_INDEX_URLS),
                        linkMode(set.text(Setting.LINK_MODE)),
                        set.yes(Setting.COMPILE_BYTECODE, false),
                        call.offline(),
                        call.upgrade(),
                        Duration.ofSeconds(set.number(Setting.TIMEOUT, TIMEOUT_SECONDS)))
                .with(wheels(set))
                .with(new LockSettings(
                        LockModes.of(set.text(Setting.LOCK_MODE), call.ci()), set.text(Setting.EXCLUDE_NEWER)))
                .with(access(set));
    }

    /** One that uv knows: its own words about an unknown one name an option that nobody here has set. */
    private static Optional<String> linkMode(Optional<String> word) {
        word.filter(said -> !LINK_MODES.contains(said)).ifPresent(said -> {
            throw new UserFailure(
                    "<linkMode> is '" + said + "'.",
                    NearName.question(said, LINK_MODES) + "Take one of " + String.join(", ", LINK_MODES) + ".");
        });
        return word;
    }

    private static LocalWheels wheels(Settings set) {
        LocalWheels wheels = new LocalWheels(
                set.paths(Setting.FIND_LINKS), set.yes(Setting.NO_INDEX, false), set.yes(Setting.WHEELS_ONLY, false));
        if (wheels.only() && wheels.folders().isEmpty()) {
            throw new UserFailure(
                    "No index is to be asked (noIndex), and no folder of wheels is named.",
                    "Name one in findLinks (-Dpython-env.findLinks=…), or leave noIndex away.");
        }
        return wheels;
    }

    private static IndexAccess access(Settings set) {
        Map<String, String> named = set.textByName(Setting.INDEXES);
        named.keySet().stream()
                .filter(name -> !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserFailure(
                            "An index has the name '" + name + "', which uv would not take.",
                            "Take letters, digits, '-', '_' and '.', with a letter or digit first.");
                });
        if (set.has(Setting.INDEX_SERVER) && !set.has(Setting.INDEX_URL)) {
            throw new UserFailure(
                    "<indexServer> is set without <indexUrl>, so there is no index that it is for.",
                    "Set <indexUrl>, or name the server of settings.xml like the index or its host.");
        }
        return new IndexAccess(
                named,
                set.text(Setting.INDEX_SERVER),
                set.yes(Setting.ISOLATED, false),
                set.path(Setting.CA_CERTIFICATES),
                set.path(Setting.CLIENT_CERTIFICATE));
    }
}
