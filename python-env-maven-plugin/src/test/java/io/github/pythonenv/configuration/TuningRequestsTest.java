package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.tuning.AcceleratorRequest;
import io.github.pythonenv.tuning.CacheSettings;
import io.github.pythonenv.tuning.GpuSelection;
import io.github.pythonenv.tuning.GpuSettings;
import io.github.pythonenv.tuning.MemorySettings;
import io.github.pythonenv.tuning.Optimization;
import io.github.pythonenv.tuning.PythonSettings;
import io.github.pythonenv.tuning.ThreadSettings;
import io.github.pythonenv.tuning.TorchIndexRequest;
import io.github.pythonenv.tuning.TuningRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What python-env.json and the command line say of the hardware's use. */
class TuningRequestsTest {

    @TempDir
    private Path project;

    @Test
    void everythingThatCanBeSet() throws IOException {
        assertThat(request("""
                {
                  "accelerator": "cuda-12.6",
                  "gpus": [0, 2],
                  "index": {"torchMirror": "https://mirror.example/whl", "torch": {"cpu": "https://mirror.example/cpu"}},
                  "optimization": {
                    "enabled": true,
                    "applyAtStartup": true,
                    "memory": {
                      "gc_threshold": [700, 10, 10], "malloc_trim_threshold": 131072,
                      "malloc_mmap_threshold": "1 MiB", "malloc_arena_max": 2
                    },
                    "threading": {"max_workers": "auto", "thread_affinity": true},
                    "cuda": {
                      "memory_fraction": 0.9, "allow_growth": true, "tf32": false,
                      "allocator": {"max_split_size_mb": 128, "pinned_use_background_threads": true}
                    },
                    "caches": "shared:/srv/models",
                    "python": {"unbuffered": true, "fault_handler": true, "dont_write_bytecode": false, "hash_seed": 0}
                  }
                }
                """))
                .isEqualTo(new TuningRequest(
                        new AcceleratorRequest(AcceleratorRequest.Kind.CUDA, "12.6"),
                        new GpuSelection(GpuSelection.Kind.SOME, List.of("0", "2")),
                        new Optimization(
                                true,
                                new MemorySettings(
                                        List.of(700, 10, 10),
                                        OptionalLong.of(131072),
                                        OptionalLong.of(1 << 20),
                                        OptionalInt.of(2)),
                                new ThreadSettings(ThreadSettings.AUTO, ThreadSettings.Affinity.CLOSE),
                                new GpuSettings(
                                        OptionalDouble.of(0.9),
                                        Optional.of(true),
                                        Optional.of(false),
                                        Map.of(
                                                "max_split_size_mb", "128",
                                                "pinned_use_background_threads", "true")),
                                new CacheSettings(
                                        CacheSettings.Place.SHARED,
                                        Optional.of(Path.of("/srv/models").toAbsolutePath())),
                                new PythonSettings(
                                        Optional.of(true), Optional.of(true), Optional.of(false), Optional.of("0")),
                                true),
                        new TorchIndexRequest(
                                Optional.of("https://mirror.example/whl"),
                                Map.of("cpu", "https://mirror.example/cpu"))));
    }

    @Test
    void nothingSaidIsNothingAsked() throws IOException {
        assertThat(request("{}")).isEqualTo(TuningRequest.NONE);
    }

    @Test
    void theCommandLineCountsMore() throws IOException {
        Properties said = new Properties();
        said.setProperty("python-env.accelerator", "cpu");
        said.setProperty("python-env.optimization.threading.max_workers", "3");
        said.setProperty("python-env.optimization.cuda.allocator.max_split_size_mb", "64");
        said.setProperty("python-env.gpus", "MIG-1,MIG-2");

        TuningRequest request = request("{\"accelerator\": \"auto\"}", said);

        assertThat(request.accelerator()).hasToString("cpu");
        assertThat(request.gpus()).hasToString("MIG-1,MIG-2");
        assertThat(request.optimization().threads().maxWorkers()).isEqualTo(3);
        assertThat(request.optimization().gpu().allocator()).isEqualTo(Map.of("max_split_size_mb", "64"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'accelerator': 'gpu'} | accelerator 'gpu' is not known",
                "{'gpus': ['first']} | 'first' is no device",
                "{'optimization': {'memory': {'gc_threshold': ['much']}}} | gc_threshold has 'much'",
                "{'optimization': {'memory': {'malloc_trim_threshold': 'much'}}} | malloc_trim_threshold is 'much'",
                "{'optimization': {'threading': {'max_workers': 0}}} | max_workers is '0'",
                "{'optimization': {'cuda': {'memory_fraction': 'half'}}} | memory_fraction is 'half'",
                "{'optimization': {'cuda': {'memory_fraction': 2}}} | memory_fraction is 2.0",
                "{'optimization': {'cuda': {'allocator': {'max_split': 1}}}} | has the key 'max_split'",
                "{'optimization': {'python': {'hash_seed': 'x'}}} | hash_seed is 'x'",
                "{'optimization': {'memry': {}}} | memory",
                "{'optimization': {'threading': {'max_worker': 1}}} | max_workers",
            })
    void whatCannotBeUnderstood(String json, String message) {
        assertThatThrownBy(() -> request(json.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.getMessage() + failure.hint())
                                .contains(message));
    }

    private TuningRequest request(String json) throws IOException {
        return request(json, new Properties());
    }

    private TuningRequest request(String json, Properties commandLine) throws IOException {
        Files.writeString(project.resolve(ProjectFile.NAME), json);
        Settings file = ProjectFile.read(project, Optional.empty()).shared();
        return TuningRequests.of(new CommandLine(commandLine, project).shared().over(file), project);
    }
}
