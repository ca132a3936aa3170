package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever kind of file names an index, it is known which one is asked. */
class IndexesInUseTest {

    private static final URI OWN = URI.create("https://index.example.org/simple");

    @TempDir
    Path folder;

    @Test
    void ofAnEnvironmentOfConda() throws IOException {
        Path file = Files.writeString(folder.resolve("environment.yml"), """
                dependencies:
                  - python=3.13
                  - pip:
                      - --index-url https://index.example.org/simple
                      - humanize
                """);
        CondaEnvironment conda = new CondaEnvironment(file, UnmappedConda.REFUSE, Map.of(), List.of());

        assertThat(indexes(conda)).isEqualTo(new IndexesInUse(List.of(OWN), false));
        Pylock lock = new Pylock(folder.resolve("pylock.toml"), List.of(), List.of());
        assertThat(indexes(new LockedInputs(conda, lock))).isEqualTo(new IndexesInUse(List.of(OWN), false));
    }

    @Test
    void ofRequirements() throws IOException {
        Path file = Files.writeString(
                folder.resolve("requirements.txt"), "--extra-index-url https://index.example.org/simple\nhumanize\n");

        assertThat(indexes(new Requirements(folder, List.of(file), List.of(), List.of())))
                .isEqualTo(new IndexesInUse(List.of(OWN), true));
    }

    private IndexesInUse indexes(PackageInputs inputs) {
        return IndexesInUse.of(
                inputs,
                new InstallSettings(
                        Optional.empty(), List.of(), Optional.empty(), false, false, false, Duration.ofMinutes(5)),
                folder,
                Map.of("HOME", folder.toString(), "UV_NO_CONFIG", "1"));
    }
}
