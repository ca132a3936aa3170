package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways of a user to tell uv who asks an index: each is enough, and no password is told or kept. */
@Tag("network")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class UserLoginsTest {

    private static final String PASSWORD = "in/dex p@ss:word";

    private Trial trial;
    private SmallIndex index;

    @BeforeEach
    void prepare(RealUv uv) throws IOException {
        index = new SmallIndex(SmallWheel.of("base", "1.0")).wants("builder:" + PASSWORD);
        trial = new Trial(uv).index(index.url());
    }

    @AfterEach
    void cleanUp() throws IOException {
        index.close();
        trial.close();
    }

    @Test
    void netrc() throws IOException {
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.install(trial.packages("base")))
                .satisfies(failure -> assertThat(failure.hint()).contains("in settings.xml, by a <server>", "netrc"));
        Files.writeString(
                trial.home().resolve(".netrc"), "machine 127.0.0.1 login builder password \"" + PASSWORD + "\"\n");

        assertInstalls();
    }

    @Test
    void keyring() throws IOException {
        Path programs = Files.createDirectory(trial.home().resolve("programs"));
        Path keyring = Files.writeString(programs.resolve("keyring"), """
                #!/bin/sh
                if [ "$1" = get ] && [ "$3" = builder ]; then echo '%s'; else exit 1; fi
                """.formatted(PASSWORD));
        Files.setPosixFilePermissions(keyring, PosixFilePermissions.fromString("rwxr-xr-x"));
        trial.index(index.url("builder@"))
                .variable("UV_KEYRING_PROVIDER", "subprocess")
                .variable("PATH", programs + File.pathSeparator + System.getenv("PATH"));

        assertInstalls();
    }

    private void assertInstalls() throws IOException {
        assertThat(trial.install(trial.packages("base")).packages()).containsExactly("base==1.0");
        assertThat(trial.told()).noneMatch(told -> told.contains(PASSWORD));
        assertThat(trial.kept()).doesNotContain(PASSWORD);
    }
}
