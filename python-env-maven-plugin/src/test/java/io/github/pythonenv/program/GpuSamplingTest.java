package io.github.pythonenv.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GpuSamplingTest {

    @TempDir
    Path folder;

    @Test
    void theBusiestGpuAndTheMostMemoryCount() {
        GpuUse.Samples samples = new GpuUse.Samples();
        for (String line : new String[] {"0, 10, 100", "1, 0, 3", "0, 60, 2048", "1, 99, 3", "0, 50, 8"}) {
            samples.add(line);
        }

        assertThat(samples.use()).contains(new GpuUse(49.5, 2048L << 20));
    }

    @Test
    void whatIsNoNumberTellsNothing() {
        GpuUse.Samples samples = new GpuUse.Samples();
        samples.add("0, [N/A], 100");
        samples.add("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.");

        assertThat(samples.use()).isEmpty();
    }

    @Test
    void withoutNvidiaSmiNothingIsStarted() {
        try (GpuSampling sampling = new GpuSampling(Map.of("PATH", folder.toString()), false)) {
            assertThat(sampling.use()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void looksUntilItIsClosed() throws IOException {
        Path ended = folder.resolve("ended");
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, """
                #!/bin/sh
                trap 'echo "$*" > '%s'; exit 0' TERM
                echo '0, 75, 1000'
                while :; do /bin/sleep 0.05; done
                """.formatted(ended));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        GpuSampling sampling = new GpuSampling(Map.of("PATH", folder.toString()), false);
        while (sampling.use().isEmpty()) {
            Thread.onSpinWait();
        }
        sampling.close();

        assertThat(sampling.use()).contains(new GpuUse(75, 1000L << 20));
        assertThat(ended).content().contains("-lms 500");
    }
}
