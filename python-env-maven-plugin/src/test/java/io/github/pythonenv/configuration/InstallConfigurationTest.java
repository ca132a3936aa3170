package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.InstallSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallConfigurationTest {

    @TempDir
    Path project;

    @Test
    void aLinkModeIsOneThatUvKnows() throws IOException {
        assertThat(read("symlink").linkMode()).contains("symlink");
        assertThatThrownBy(() -> read("hardlinks"))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint())
                                .isEqualTo("Did you mean hardlink? Take one of clone, copy, hardlink, symlink."))
                .hasMessage("<linkMode> is 'hardlinks'.");
    }

    private InstallSettings read(String linkMode) throws IOException {
        Files.writeString(project.resolve(ProjectFile.NAME), "{\"uv\": {\"linkMode\": \"" + linkMode + "\"}}");
        return InstallConfiguration.of(
                ProjectFile.read(project, Optional.empty()).shared(),
                new EnvironmentConfiguration.Call(false, false, false, false));
    }
}
