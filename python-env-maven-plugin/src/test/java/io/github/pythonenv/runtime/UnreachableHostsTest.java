package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreachableHostsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void remembersForADay() {
        after(Duration.ZERO).remember("one.example");
        after(Duration.ofHours(23)).remember("other.example");

        assertThat(after(Duration.ofHours(23)).contains("one.example")).isTrue();
        assertThat(after(Duration.ofHours(24)).contains("one.example")).isFalse();
        assertThat(after(Duration.ofHours(24)).contains("other.example")).isTrue();
        assertThat(after(Duration.ZERO).contains("third.example")).isFalse();
    }

    @Test
    void believesNoNoteFromTheFuture() {
        after(Duration.ofHours(2)).remember("one.example");

        assertThat(after(Duration.ZERO).contains("one.example")).isFalse();
    }

    @Test
    void forgetsWhatIsOldAndWhatItIsTold() throws IOException {
        after(Duration.ZERO).remember("one.example");
        after(Duration.ofDays(2)).remember("other.example");
        assertThat(folder.resolve("unreachable.properties")).content().doesNotContain("one.example");

        after(Duration.ofDays(2)).forget();

        assertThat(after(Duration.ofDays(2)).contains("other.example")).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesADamagedNoteForNone() throws IOException {
        Files.writeString(folder.resolve("unreachable.properties"), "one.example=\\uzzzz\nother.example=soon\n");

        assertThat(after(Duration.ZERO).contains("one.example")).isFalse();
        after(Duration.ZERO).remember("one.example");
        assertThat(after(Duration.ZERO).contains("one.example")).isTrue();
    }

    private UnreachableHosts after(Duration since) {
        return new UnreachableHosts(new Store(folder), Clock.fixed(NOW.plus(since), ZoneOffset.UTC));
    }
}
