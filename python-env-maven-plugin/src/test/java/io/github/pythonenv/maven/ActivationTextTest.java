package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.activation.Activation;
import io.github.pythonenv.activation.Shell;
import io.github.pythonenv.activation.ShellVariable;
import io.github.pythonenv.packages.VenvLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationTextTest {

    @TempDir
    Path folder;

    @Test
    void isWhatTheSchemaSays() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createFile(folder.resolve("bin/activate.fish"));
        Activation activation = new Activation(
                Shell.FISH,
                new VenvLayout(folder, false),
                List.of(ShellVariable.set("A", "1"), ShellVariable.unlessSet("B", "2")));

        String json = DataOutput.json(ActivationText.data("default", activation));

        assertThat(Schemas.problems("activate-1.0", json)).isEmpty();
        assertThat(json).contains("\"shell\" : \"fish\"", "set -q B; or set -gx B '2'");
        assertThat(Schemas.problems("activate-1.0", json.replace("\"fish\"", "\"elvish\"")))
                .isNotEmpty();
    }
}
