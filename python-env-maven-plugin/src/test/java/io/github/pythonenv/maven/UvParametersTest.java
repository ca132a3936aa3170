package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.SwapMode;
import io.github.pythonenv.packages.UvChoice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UvParametersTest {

    private static final String DIGEST = "ab".repeat(32);

    @Test
    void pinsUnlessTold() {
        assertThat(UvParameters.choice(null, null, null)).isEqualTo(new UvChoice.Pinned());
    }

    @Test
    void takesAVersionWithItsDigest() {
        assertThat(UvParameters.choice("0.13.7", DIGEST, null)).isEqualTo(new UvChoice.OfVersion("0.13.7", DIGEST));
    }

    @Test
    void refusesAVersionWithoutItsDigest() {
        assertThatThrownBy(() -> UvParameters.choice("0.13.7", null, null))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<uvSha256>");
    }

    @Test
    void refusesADigestOfNothing() {
        assertThatThrownBy(() -> UvParameters.choice(null, DIGEST, null))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("without <uvVersion>");
    }

    @Test
    void takesAProgramOfTheUsersOwn(@TempDir Path folder) throws IOException {
        File program = Files.createFile(folder.resolve("uv")).toFile();
        assertThat(program.setExecutable(true)).isTrue();

        assertThat(UvParameters.choice(null, null, program)).isEqualTo(new UvChoice.Executable(program.toPath()));
        assertThatThrownBy(() -> UvParameters.choice("0.13.7", DIGEST, program))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<uvExecutable> and <uvVersion>");
        assertThatThrownBy(() -> UvParameters.choice(null, DIGEST, program))
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
