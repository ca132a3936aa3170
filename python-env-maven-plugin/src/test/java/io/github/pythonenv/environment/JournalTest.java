package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void prepare() {
        file = folder.resolve("journal").resolve(".venv.log");
        journal = new Journal(file, Clock.fixed(Instant.parse("2026-11-21T07:00:00.5Z"), ZoneOffset.UTC));
    }

    @Test
    void isALineForEachThing() {
        journal.note("built");
        journal.note("failed:\n  one,\r\n  two");

        assertThat(file).hasContent("2026-11-21T07:00:00Z  built\n2026-11-21T07:00:00Z  failed: one, two\n");
    }

    @Test
    void forgetsTheOldestBeforeItGrowsTooLarge() throws IOException {
        int count = 0;
        String text = "ä".repeat(200);
        while (!Files.exists(file) || Files.size(file) < Journal.LIMIT) {
            journal.note(++count + " " + text);
        }
        List<String> before = Files.readAllLines(file);

        journal.note("last");

        List<String> after = Files.readAllLines(file);
        assertThat(Files.size(file)).isLessThan(Journal.LIMIT * 6 / 10);
        assertThat(after).last().asString().endsWith("last");
        assertThat(before).endsWith(after.subList(0, after.size() - 1).toArray(String[]::new));
        assertThat(Observer.names(file.getParent())).containsExactly(".venv.log");
    }

    @Test
    void isNoReasonToFail() throws IOException {
        Files.createDirectories(file);

        assertThatCode(() -> journal.note("built")).doesNotThrowAnyException();
    }
}
