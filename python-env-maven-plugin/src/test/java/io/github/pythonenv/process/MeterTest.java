package io.github.pythonenv.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MeterTest {

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsWhatAProgramTook() {
        List<Usage> told = new ArrayList<>();
        Processes processes = new Processes(told::add);

        String busy = "i=0; while [ $i -lt 500000 ]; do i=$((i+1)); done";
        Completed completed = processes.run(command(busy));

        assertThat(completed.succeeded()).isTrue();
        assertThat(told).singleElement().satisfies(usage -> {
            assertThat(usage.program()).isEqualTo("/bin/sh");
            assertThat(usage.cpu()).isPositive();
            assertThat(usage.elapsed()).isPositive();
            assertThat(usage.peakBytes()).isBetween(100_000L, 100_000_000L);
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void stillEndsAProgramAtItsDeadline() {
        List<Usage> told = new ArrayList<>();
        Processes processes = new Processes(told::add);
        Command command = new Command(List.of("/bin/sleep", "1000"), folder, Map.of(), Duration.ofMillis(50));

        assertThatThrownBy(() -> processes.run(command)).hasMessageContaining("was stopped");
        assertThat(told).hasSize(1);
    }

    @Test
    void readsTheFilesOfTheKernel() throws IOException {
        Path process = Files.createDirectories(folder.resolve("42"));
        Files.writeString(
                process.resolve("stat"),
                "42 (a) b (c) S 1 42 42 0 -1 4194304 100 200 0 0 150 50 30 20 20 0 1 0 12345 1000 250 18446744073709551615");
        Files.writeString(process.resolve("status"), "Name:\ta) b (c\nVmHWM:\t    3000 kB\nVmRSS:\t    2000 kB\n");

        assertThat(new ProcFiles(folder).look(42))
                .isEqualTo(new ProcFiles.Look(Duration.ofMillis(2500), 2000 * 1024, 3000 * 1024));
        assertThat(new ProcFiles(folder).look(43)).isEqualTo(ProcFiles.Look.NOTHING);
        Files.writeString(process.resolve("stat"), "42 (a) S 1");
        assertThat(new ProcFiles(folder).look(42)).isEqualTo(ProcFiles.Look.NOTHING);
    }

    private Command command(String script) {
        return new Command(
                List.of("/bin/sh", "-c", script), folder, Map.of("PATH", "/bin:/usr/bin"), Duration.ofHours(1));
    }
}
