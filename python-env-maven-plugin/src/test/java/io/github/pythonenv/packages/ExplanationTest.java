package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {

    @TempDir
    Path folder;

    @Test
    void whatIsShortStaysAsItIs() {
        List<String> lines = List.of("No solution found", "Because a needs b", "", "you cannot have both");

        assertThat(new Explanation(lines).kept(file())).isEqualTo(lines);
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatIsLongIsShortenedAndKeptWhole() throws IOException {
        List<String> lines = new ArrayList<>(List.of("error: Failed to build `bad`", "  cause: it returned an error"));
        for (int i = 0; i < 200; i++) {
            lines.add("compiling " + i);
        }
        lines.set(100, "bad.c:1:10: fatal error: foo.h: No such file or directory");
        lines.add("compilation terminated.");

        List<String> kept = new Explanation(lines).kept(file());

        assertThat(kept)
                .hasSizeLessThan(20)
                .startsWith(lines.get(0), lines.get(1))
                .contains(lines.get(100), "…")
                .contains("compilation terminated.")
                .last()
                .isEqualTo("(The whole text is in " + file() + ".)");
        assertThat(Files.readAllLines(file())).isEqualTo(lines);
    }

    @Test
    void aLineThatIsAPageIsCut() throws IOException {
        String versions = "Because only " + "x==1.0, ".repeat(400) + "are available, you are stuck.";

        assertThat(new Explanation(List.of("No solution", versions)).kept(file()))
                .hasSize(3)
                .element(1)
                .asString()
                .hasSizeLessThan(600)
                .endsWith("you are stuck.");
        assertThat(Files.readAllLines(file())).contains(versions);
    }

    @Test
    void whereNothingCanBeWrittenAllIsSaid() throws IOException {
        List<String> lines = Collections.nCopies(50, "a line");
        Files.writeString(folder.resolve("failures"), "no folder");

        assertThat(new Explanation(lines).kept(file())).isEqualTo(lines);
    }

    private Path file() {
        return folder.resolve("failures/venv.txt");
    }
}
