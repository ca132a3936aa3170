package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written is known before anything is done. */
class OutputFileTest {

    @TempDir
    Path folder;

    @Test
    void aFileOrOneToBe() throws IOException {
        OutputFile.expect(Files.writeString(folder.resolve("there"), "old"));
        OutputFile.expect(folder.resolve("new/folders/file.json"));

        assertThat(folder.resolve("there")).content().isEqualTo("old");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void whatIsNoPlaceForAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("there"), "old");

        assertRefused(folder, folder + " could not be written: it is a folder.");
        assertRefused(file.resolve("x/y.json"), file + "/x/y.json could not be written: " + file + " is in the way.");
    }

    @Test
    void aFolderThatNobodyMayWriteTo() {
        Path kernels = Path.of("/proc/self");
        assumeThat(kernels).isDirectory();

        assertRefused(
                kernels.resolve("x.json"),
                "/proc/self/x.json could not be written: this user has no right to do that with /proc/self.");
    }

    @Test
    void whatIsRefusedByTheSystemIsToldTheSameWay() {
        assertThatThrownBy(() -> OutputFile.write(folder, "text"))
                .isInstanceOf(UserFailure.class)
                .hasMessage(folder + " could not be written: it is a folder.");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> new DataOutput(new SystemStreamLog(), "text", file.toFile()))
                .isInstanceOfSatisfying(
                        UserFailure.class, failure -> assertThat(failure.hint()).startsWith("Name a file in a folder"))
                .hasMessage(why);
    }
}
