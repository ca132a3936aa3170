package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bounds of the profiles that come with the plugin, asked of the index: wheels that work together, the newest and the
 * oldest allowed, for each Python and platform; and none where a profile says so. Wants {@code -Dprofiles.resolve}, the
 * network and some minutes.
 */
@Tag("network")
@EnabledIfSystemProperty(named = "profiles.resolve", matches = ".*")
@ExtendWith(RealUv.Resolver.class)
class ProfileResolutionTest {

    /** What uv calls the platforms. */
    private static final Map<String, String> PLATFORMS = Map.of(
            "linux-x86_64", "x86_64-manylinux_2_35",
            "linux-aarch64", "aarch64-manylinux_2_35",
            "macos-x86_64", "x86_64-apple-darwin",
            "macos-aarch64", "aarch64-apple-darwin",
            "windows-x86_64", "x86_64-pc-windows-msvc",
            "windows-aarch64", "aarch64-pc-windows-msvc");

    private static final List<String> PYTHONS = List.of("3.12", "3.13", "3.14");

    @TempDir
    private Path folder;

    static Stream<Arguments> profilesWithRequirements() {
        List<Profile> builtIn = Profiles.builtIn();
        List<Arguments> all = new ArrayList<>();
        builtIn.stream()
                .filter(profile -> !profile.requirements().isEmpty())
                .forEach(profile -> all.add(Arguments.of(List.of(profile))));
        all.add(Arguments.of(builtIn.stream()
                .filter(profile ->
                        List.of("base", "data-science", "machine-learning").contains(profile.name()))
                .toList()));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("profilesWithRequirements")
    void resolves(List<Profile> profiles, RealUv uv) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> lines = profiles.stream()
                .flatMap(profile -> profile.requirements().stream())
                .toList();
        for (String python : PYTHONS) {
            for (String platform : PLATFORMS.keySet()) {
                boolean limited = profiles.stream()
                        .anyMatch(profile -> profile.limitOn(platform).isPresent());
                for (String resolution : limited ? List.of("highest") : List.of("highest", "lowest-direct")) {
                    Completed completed = resolve(uv, lines, python, platform, resolution);
                    if (completed.succeeded() == limited) {
                        wrong.add(python + " on " + platform + ", " + resolution + ": "
                                + (limited ? "resolves after all" : String.join("\n", completed.err())));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Completed resolve(RealUv uv, List<String> lines, String python, String platform, String resolution)
            throws IOException {
        Path requirements = Files.write(folder.resolve("requirements.in"), lines);
        List<String> command = new ArrayList<>(List.of(uv.uv().executable().toString(), "pip", "compile", "--quiet"));
        command.addAll(List.of("--only-binary", ":all:", "--python-version", python));
        command.addAll(List.of("--python-platform", PLATFORMS.get(platform), "--resolution", resolution));
        command.addAll(List.of("--python", uv.provided().runtime().executable().toString(), requirements.toString()));
        return new Processes().run(new Command(command, folder, RealUv.variables(), Duration.ofMinutes(10)));
    }
}
