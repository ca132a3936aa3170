package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a user configured for uv counts, unless the project wants to be alone. */
class IsolationTest {

    private static final Path EMPTY = Path.of("none").toAbsolutePath();

    @Test
    void keepsHowPackagesAreReachedAndNotWhichAreTaken() {
        assertThat(Isolation.of(
                        Map.of(
                                "UV_INDEX",
                                "a",
                                "uv_no_binary",
                                "b",
                                "PIP_INDEX_URL",
                                "c",
                                "UV_CACHE_DIR",
                                "d",
                                "PIP_CERT",
                                "e",
                                "HTTPS_PROXY",
                                "f",
                                "NETRC",
                                "g",
                                "XDG_CONFIG_HOME",
                                "h"),
                        EMPTY))
                .containsEntry("UV_CACHE_DIR", "d")
                .containsEntry("PIP_CERT", "e")
                .containsEntry("HTTPS_PROXY", "f")
                .containsEntry("NETRC", "g")
                .containsEntry("XDG_CONFIG_HOME", EMPTY.toString())
                .doesNotContainKeys("UV_INDEX", "uv_no_binary", "PIP_INDEX_URL");
    }

    @Test
    @Tag("network")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
    @ExtendWith(RealUv.Resolver.class)
    void uvFindsNoFileOfTheUser(RealUv uv) throws IOException {
        try (SmallIndex index = new SmallIndex(SmallWheel.of("base", "1.0"));
                Trial trial = new Trial(uv).index(index.url())) {
            Path configuration = Files.createDirectories(trial.home().resolve(".config/uv"));
            Files.writeString(configuration.resolve("uv.toml"), "no-binary-package = [\"base\"]\n");
            assertThatExceptionOfType(UserFailure.class)
                    .isThrownBy(() -> trial.install(trial.packages("base")))
                    .withMessageContaining("base");

            Map<String, String> alone =
                    new TreeMap<>(Isolation.of(Map.of(), trial.home().resolve("none")));
            alone.forEach(trial::variable);
            assertThat(trial.install(trial.packages("base")).packages()).containsExactly("base==1.0");
        }
    }
}
