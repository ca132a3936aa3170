package io.github.pythonenv.program;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.process.ProgramSearch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the GPUs twice a second, from its making until it is closed, by one process of nvidia-smi. Where there is
 * none, it costs a look at the PATH.
 */
public final class GpuSampling implements AutoCloseable {

    private static final String MILLISECONDS = "500";

    private final GpuUse.Samples samples = new GpuUse.Samples();
    private final Optional<Thread> thread;

    /**
     * Begins.
     *
     * @param variables the environment of nvidia-smi, which is looked for on its {@code PATH}
     * @param windows whether this is Windows
     */
    public GpuSampling(Map<String, String> variables, boolean windows) {
        thread = ProgramSearch.onPath(variables.getOrDefault("PATH", ""), windows ? "nvidia-smi.exe" : "nvidia-smi")
                .map(program -> start(program, variables));
    }

    private Thread start(Path program, Map<String, String> variables) {
        Command command = new Command(
                List.of(program.toString(), GpuUse.QUERY, "--format=csv,noheader,nounits", "-lms", MILLISECONDS),
                Path.of("").toAbsolutePath(),
                variables,
                Duration.ofDays(30));
        Thread sampler = new Thread(
                () -> {
                    try {
                        new Processes().run(command, samples::add, line -> {});
                    } catch (UserFailure stopped) {
                        // As it is meant to end; or it does not start, and tells nothing.
                    }
                },
                "python-env GPU sampling");
        sampler.setDaemon(true);
        sampler.start();
        return sampler;
    }

    /** What was seen until now; nothing where there is no GPU, or it had no time to look. */
    public Optional<GpuUse> use() {
        return samples.use();
    }

    /** Ends it. */
    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
        try {
            if (thread.isPresent()) {
                thread.get().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
