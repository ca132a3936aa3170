package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.SwapMode;
import io.github.pythonenv.packages.UvChoice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoicesTest {

    private static final String DIGEST = "ab".repeat(32);

    @Test
    void pinsUnlessTold() {
        assertThat(UvChoices.of(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(new UvChoice.Pinned());
    }

    @Test
    void takesAVersionWithItsDigest() {
        assertThat(UvChoices.of(Optional.of("0.13.7"), Optional.of(DIGEST), Optional.empty()))
                .isEqualTo(new UvChoice.OfVersion("0.13.7", DIGEST));
    }

    @Test
    void refusesAVersionWithoutItsDigest() {
        assertThatThrownBy(() -> UvChoices.of(Optional.of("0.13.7"), Optional.empty(), Optional.empty()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<uvSha256>");
    }

    @Test
    void refusesADigestOfNothing() {
        assertThatThrownBy(() -> UvChoices.of(Optional.empty(), Optional.of(DIGEST), Optional.empty()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("without <uvVersion>");
    }

    @Test
    void takesAProgramOfTheUsersOwn(@TempDir Path folder) throws IOException {
        File program = Files.createFile(folder.resolve("uv")).toFile();
        assertThat(program.setExecutable(true)).isTrue();

        assertThat(UvChoices.of(Optional.empty(), Optional.empty(), Optional.of(program.toPath())))
                .isEqualTo(new UvChoice.Executable(program.toPath()));
        assertThatThrownBy(
                        () -> UvChoices.of(Optional.of("0.13.7"), Optional.of(DIGEST), Optional.of(program.toPath())))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<uvExecutable> and <uvVersion>");
        assertThatThrownBy(() -> UvChoices.of(Optional.empty(), Optional.of(DIGEST), Optional.of(program.toPath())))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<uvExecutable> and <uvSha256>");
    }

    @Test
    void knowsTwoWaysToSwap() {
        assertThat(SwapModes.of("exchange")).isEqualTo(SwapMode.EXCHANGE);
        assertThat(SwapModes.of("inPlace")).isEqualTo(SwapMode.IN_PLACE);
        assertThatThrownBy(() -> SwapModes.of("rename"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("rename");
    }
}
