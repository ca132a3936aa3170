package io.github.pythonenv.program;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What GPUs did while a program ran, whoever used them.
 *
 * @param percent how busy the busiest one was on average, in percent
 * @param peakBytes the most memory that was in use on one of them
 */
public record GpuUse(double percent, long peakBytes) {

    /** What {@link Samples} understands. Source: {@code nvidia-smi --help-query-gpu}. */
    static final String QUERY = "--query-gpu=index,utilization.gpu,memory.used";

    /** Lines of nvidia-smi, as they come: a GPU's number, how busy it is in percent, its memory in use in MiB. */
    static final class Samples {

        private final Map<String, Gpu> gpus = new TreeMap<>();

        private static final class Gpu {
            private int samples;
            private long percents;
            private long peak;
        }

        /** Takes a line; one with words in place of numbers, as a GPU that is divided has them, tells nothing. */
        synchronized void add(String line) {
            String[] words = line.split(",", -1);
            if (words.length == 3 && number(words[1]) && number(words[2])) {
                Gpu gpu = gpus.computeIfAbsent(words[0].strip(), index -> new Gpu());
                gpu.samples++;
                gpu.percents += Long.parseLong(words[1].strip());
                gpu.peak = Math.max(gpu.peak, Long.parseLong(words[2].strip()) << 20);
            }
        }

        /** What they come to; nothing where no line told anything. */
        synchronized Optional<GpuUse> use() {
            return gpus.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new GpuUse(
                            gpus.values().stream()
                                    .mapToDouble(gpu -> (double) gpu.percents / gpu.samples)
                                    .max()
                                    .orElse(0),
                            gpus.values().stream()
                                    .mapToLong(gpu -> gpu.peak)
                                    .max()
                                    .orElse(0)));
        }

        private static boolean number(String word) {
            return word.strip().matches("\\d{1,9}");
        }
    }
}
