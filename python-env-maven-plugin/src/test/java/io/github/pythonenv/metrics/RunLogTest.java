package io.github.pythonenv.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

    @TempDir
    Path project;

    @Test
    void hasAllThatHappens() throws IOException {
        Path file;
        try (RunLog log = log(".venv", 0)) {
            log.on(new ProgressEvent.Started(Stage.INSTALLING_PACKAGES, "requirements.txt"));
            log.on(new ProgressEvent.Detail("uv pip sync"));
            log.on(new ProgressEvent.Bytes(Stage.INSTALLING_PACKAGES, 1, 2));
            log.on(new ProgressEvent.Warning("Look."));
            log.on(new ProgressEvent.Notice("By the way."));
            log.on(new ProgressEvent.ProgramEnded("uv", 10, 5, 12_000_000));
            log.on(new ProgressEvent.Finished(Stage.INSTALLING_PACKAGES, "4 packages", 12));
            file = log.file();
            assertThat(file).as("before it is closed").content().contains("4 packages");
        }

        assertThat(file.getParent()).isEqualTo(project.resolve(".python-env/logs"));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "    0.000 ensure default",
                        "    0.000 [InstallingPackages] … requirements.txt",
                        "    0.000 DEBUG uv pip sync",
                        "    0.000 WARNING Look.",
                        "    0.000 By the way.",
                        "    0.000 DEBUG uv ended after 10 ms, 5 ms of processor time, 12 MB of memory",
                        "    0.000 [InstallingPackages] 4 packages, 12 ms");
    }

    @Test
    void theLastOnesAreKept() throws IOException {
        for (int number = 0; number < RunLog.KEPT + 5; number++) {
            log(".venv", number).close();
        }
        log(".venv-docs", 0).close();
        log(".venv", 100).close();

        assertThat(logs()).hasSize(RunLog.KEPT + 1).contains(".venv-docs-19700101-000000-000.log");
        assertThat(logs().get(RunLog.KEPT - 1)).isEqualTo(".venv-19700101-000140-000.log");
    }

    @Test
    void oneIsNotEndless() throws IOException {
        try (RunLog log = log(".venv", 0)) {
            String line = "x".repeat(1 << 20);
            for (int number = 0; number < 10; number++) {
                log.line(line);
            }
            assertThat(Files.size(log.file())).isLessThan(RunLog.LONGEST + 1024);
            assertThat(log.file()).content().endsWith("The rest is left out.\n");
        }
    }

    private RunLog log(String folder, long second) throws IOException {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
        return RunLog.begin(project.resolve(folder), "ensure default", clock);
    }

    private List<String> logs() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve(".python-env/logs"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
