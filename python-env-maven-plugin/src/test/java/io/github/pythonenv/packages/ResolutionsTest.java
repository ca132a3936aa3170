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

    @Test
    void ofAProjectThatIsBuiltHoldInItsOwnCheckout() throws IOException {
        String built = """
                [project]
                name = "shop"
                version = "1"
                dependencies = ["humanize"]
                [build-system]
                requires = ["hatchling"]
                build-backend = "hatchling.build"
                """;

        assertThat(projectKey("here", built)).isEqualTo(projectKey("here", built));
        assertThat(projectKey("here", built)).isNotEqualTo(projectKey("there", built));
        String asking = built.substring(0, built.indexOf("[build-system]"));
        assertThat(projectKey("here", asking)).isEqualTo(projectKey("there", asking));
    }

    private String projectKey(String checkout, String text) throws IOException {
        Path project = Files.createDirectories(folder.resolve(checkout));
        Files.writeString(project.resolve("pyproject.toml"), text);
        return key(new Pyproject(project, List.of(), List.of(), true, List.of()));
    }

    private String key(String checkout, String requirements) throws IOException {
        Path project = Files.createDirectories(folder.resolve(checkout));
        Path file = Files.writeString(project.resolve("requirements.txt"), requirements);
        return key(new Requirements(project, List.of(file), List.of("rich"), List.of()));
    }

    private static String key(UnlockedInputs inputs) throws IOException {
        return Resolutions.key(
                inputs,
                new InstallSettings(
                        Optional.empty(), List.of(), Optional.empty(), false, false, false, Duration.ofMinutes(5)),
                "3.14.3 Linux amd64",
                "0.13.8");
    }
}
