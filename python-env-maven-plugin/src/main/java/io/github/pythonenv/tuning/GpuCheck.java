package io.github.pythonenv.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Small programs that show whether GPUs work: without any library but the driver's, and with each one that is installed.
 * Who runs them starts {@link #command} and hands what it said to {@link #result}.
 */
public enum GpuCheck {
    /** The driver's library: GPUs found, memory taken, written and read back. */
    DRIVER("GPU driver", "gpu_driver.py", ""),
    /** torch: sees the GPU, fits the driver, computes right, obeys a limit of memory. */
    TORCH("torch on the GPU", "gpu_torch.py", "torch"),
    /** The same for JAX. */
    JAX("JAX on the GPU", "gpu_jax.py", "jaxlib"),
    /** The same for TensorFlow. */
    TENSORFLOW("TensorFlow on the GPU", "gpu_tensorflow.py", "tensorflow");

    private final String title;
    private final String script;
    private final String library;

    GpuCheck(String title, String script, String library) {
        this.title = title;
        this.script = script;
        this.library = library;
    }

    /** What it is about, a phrase for a person. */
    public String title() {
        return title;
    }

    /**
     * Whether it can be left out.
     *
     * @param here what the machine has
     * @param installed the normalized names of what is installed
     * @return the result then
     */
    public Optional<GpuCheckResult> skipped(Detection here, Set<String> installed) {
        if (here.accelerator() instanceof Accelerator.None none) {
            return Optional.of(skipped(none.explanation()));
        }
        return library.isEmpty() || installed.contains(library)
                ? Optional.empty()
                : Optional.of(skipped(library + " is not installed."));
    }

    private GpuCheckResult skipped(String reason) {
        return new GpuCheckResult(this, GpuCheckResult.Verdict.SKIPPED, reason, List.of());
    }

    /**
     * The command that runs it, for up to a minute or two: libraries are large.
     *
     * @param python the environment's interpreter
     */
    public List<String> command(Path python) {
        return List.of(python.toString(), "-I", "-c", DriverAnswer.script(script));
    }

    /**
     * What it came to.
     *
     * @param exitCode of the program
     * @param out the lines of its standard output
     * @param err the lines of its standard error
     */
    public GpuCheckResult result(int exitCode, List<String> out, List<String> err) {
        List<String> facts = new ArrayList<>();
        for (String line : out) {
            String[] words = line.split("\t", 2);
            if (words.length == 2) {
                switch (words[0]) {
                    case "fact" -> facts.add(words[1]);
                    case "passed", "failed", "skipped" -> {
                        return new GpuCheckResult(
                                this,
                                GpuCheckResult.Verdict.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)),
                                words[1],
                                facts);
                    }
                    default -> {
                        // A library says something of its own.
                    }
                }
            }
        }
        String last = err.isEmpty() ? "it said nothing" : err.get(err.size() - 1);
        return new GpuCheckResult(
                this, GpuCheckResult.Verdict.FAILED, "It ended with exit status " + exitCode + ": " + last, facts);
    }
}
