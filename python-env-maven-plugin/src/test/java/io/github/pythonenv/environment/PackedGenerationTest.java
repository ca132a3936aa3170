package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is copied of a packed environment; that its interpreter makes it, integration tests show. */
class PackedGenerationTest {

    private static final String PACKAGES = "lib/python3.14/site-packages/";

    @TempDir
    Path root;

    private Path home;
    private Path environment;

    @BeforeEach
    void unpacked() {
        home = root.resolve("store/packed-0");
        environment = root.resolve("project/generation");
    }

    @Test
    void takesPackagesAndWhatTheyHaveElsewhereAndNothingOfTheInterpreter() throws IOException {
        write("bin/python3.14", "");
        write("bin/tool", "#!");
        write("share/tool/data", "data");
        write("share/of-python", "");
        write(PACKAGES + "tool/__init__.py", "");
        write(PACKAGES + "own_code.py", "");
        write(
                PACKAGES + "tool-1.dist-info/RECORD",
                "tool/__init__.py,,\n../../../bin/tool,,\n../../../share/tool/data,,\n");

        generation().fill();

        assertThat(environment.resolve("bin")).isDirectoryNotContaining("glob:**/python*");
        assertThat(environment.resolve("bin/tool")).hasContent("#!");
        assertThat(environment.resolve("share/tool/data")).hasContent("data");
        assertThat(environment.resolve("share/of-python")).doesNotExist();
        assertThat(environment.resolve(PACKAGES + "tool/__init__.py")).exists();
        assertThat(environment.resolve(PACKAGES + "own_code.py")).exists();
    }

    @Test
    void writesNothingOutsideOfTheEnvironment() throws IOException {
        write(PACKAGES + "evil-1.dist-info/RECORD", "../../../../secret,,\n");
        Path outside = Files.writeString(root.resolve("store/secret"), "theirs");

        assertThatThrownBy(() -> generation().fill())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("evil-1.dist-info/RECORD that ../../../../secret belongs to it");
        assertThat(outside).exists();
        assertThat(root.resolve("project/secret")).doesNotExist();
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    private PackedGeneration generation() {
        Runtime runtime = new Runtime(
                PythonVersion.parse("3.14.3"),
                "linux-x86_64",
                "packed",
                home,
                home.resolve("bin/python3.14"),
                "0",
                "packed-0");
        return new PackedGeneration(runtime, new VenvLayout(environment, false), new Processes(), Map.of());
    }
}
