package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolutionsTest {

    @TempDir
    Path folder;

    @Test
    void holdInAnotherCheckoutOfTheProject() throws IOException {
        String here = key("here", "humanize\n");

        assertThat(key("there", "humanize\n")).isEqualTo(here);
        assertThat(key("there", "humanize>=4\n")).isNotEqualTo(here);
    }

    private String key(String checkout, String requirements) throws IOException {
        Path project = Files.createDirectories(folder.resolve(checkout));
        Path file = Files.writeString(project.resolve("requirements.txt"), requirements);
        return Resolutions.key(
                new Requirements(project, List.of(file), List.of("rich"), List.of()),
                new InstallSettings(
                        Optional.empty(), List.of(), Optional.empty(), false, false, false, Duration.ofMinutes(5)),
                "3.14.3 Linux amd64",
                "0.13.8");
    }
}
