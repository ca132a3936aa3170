package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.InPlaceRuntime;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreters are shell scripts")
class PipSearchTest {
    @TempDir
    Path temporary;

    private FakeMachine fake;
    private Path debians;

    @BeforeEach
    void machine() throws IOException {
        fake = new FakeMachine(temporary);
        debians = withoutPip(fake.python("root/usr/bin/python3.11", "3.11.2"));
    }

    @Test
    void itsOwnIfItHasOne() throws IOException {
        Path withPip = fake.python("root/usr/local/bin/python3.13", "3.13.1");

        assertThat(search().preferring(runtime(withPip))).contains(withPip);
    }

    @Test
    void thatOfARuntimeInTheStoreElse() throws IOException {
        fake.python("root/usr/local/bin/python3.13", "3.13.1");
        Path stored = fake.stored("cpython-3.14.3-linux-x86_64-maven-0123456789ab", "3.14.3", Instant.now());

        assertThat(search().preferring(runtime(debians))).contains(stored.resolve("bin/python3.14"));
    }

    @Test
    void thatOfAnotherOnTheMachineElse() throws IOException {
        Path withPip = fake.python("root/usr/local/bin/python3.13", "3.13.1");

        assertThat(search().preferring(runtime(debians))).contains(withPip);
        assertThat(search().any()).contains(withPip);
    }

    @Test
    void nothingIfNoneHas() {
        assertThat(search().preferring(runtime(debians))).isEmpty();
        assertThat(search().any()).isEmpty();
    }

    private static Path withoutPip(Path python) throws IOException {
        String script = Files.readString(python);
        return Files.writeString(python, script.replaceFirst("\n", "\ncase \"\\$*\" in *'-m pip'*) exit 1;; esac\n"));
    }

    private PipSearch search() {
        return new PipSearch(fake.machine(), fake.store(), new Processes());
    }

    private Runtime runtime(Path executable) {
        return InPlaceRuntime.of(Source.SYSTEM, new PythonVersion(3, 11, 2), "linux-x86_64", fake.folder, executable);
    }
}
