package io.github.pythonenv.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramSearchTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstThatMayBeStarted() throws IOException {
        Path program = Files.createFile(folder.resolve("program"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String path = String.join(File.pathSeparator, "", "no\0folder", folder + "-gone", folder.toString());

        assertThat(ProgramSearch.onPath(path, "program")).contains(program);
        assertThat(ProgramSearch.onPath(path, "other")).isEmpty();
        assertThat(ProgramSearch.onPath("", "program")).isEmpty();
    }
}
