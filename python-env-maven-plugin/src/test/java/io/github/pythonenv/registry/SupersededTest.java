package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupersededTest {
    private static final String PYTHON = "cpython-3.13.4-linux-x86_64-maven-0123456789ab";
    private static final String PACKED = "packed-0123456789ab";

    @TempDir
    Path temporary;

    private FakeMachine fake;
    private Path python;
    private Path packed;

    @BeforeEach
    void store() throws IOException {
        fake = new FakeMachine(temporary);
        python = fake.stored(PYTHON, "3.13.4", Instant.EPOCH);
        packed = fake.stored(PACKED, "3.13.4", Instant.EPOCH);
    }

    @Test
    void removesThePackedOneAndNoPython() {
        superseded().remove(Set.of(PYTHON, PACKED));

        assertThat(packed).doesNotExist();
        assertThat(python).exists();
    }

    @Test
    void leavesOneThatAnotherEnvironmentStandsOn() throws IOException {
        new RuntimeUsers(fake.store(), ProgressListener.SILENT)
                .stands(Files.createDirectories(fake.folder.resolve("other")), List.of(PACKED));

        superseded().remove(Set.of(PACKED));

        assertThat(packed).exists();
    }

    private Superseded superseded() {
        return new Superseded(fake.store(), ProgressListener.SILENT);
    }
}
