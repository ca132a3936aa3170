package io.github.pythonenv.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.ProvidedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a real interpreter does with the files when it starts. */
@ExtendWith(ProvidedRuntime.Resolver.class)
class StartupModuleTest {

    private final ProvidedRuntime provided;

    @TempDir
    private Path environment;

    StartupModuleTest(ProvidedRuntime provided) {
        this.provided = provided;
    }

    @BeforeEach
    void anEnvironment() throws IOException {
        run(provided.runtime().executable(), Map.of(), "-m", "venv", "--without-pip", environment.toString());
    }

    @Test
    void variablesAreThereBeforeTheUsersCode() throws IOException {
        install(new Around().quota(1).installed("numpy", "2.4.6").tuned(Asking.memory(true)));

        assertThat(python(Map.of(), "import os, gc; print(os.environ['OMP_NUM_THREADS'], gc.get_threshold()[:2])"))
                .containsExactly("1 (50000, 20)");
    }

    @Test
    void whatTheUserSetStays() throws IOException {
        install(new Around().quota(1).installed("numpy", "2.4.6").tuned(Optimization.DEFAULT));

        assertThat(python(
                        Map.of("OMP_NUM_THREADS", "7"),
                        "import os; print(os.environ['OMP_NUM_THREADS'], os.environ.get('OPENBLAS_NUM_THREADS'))"))
                .containsExactly("7 None");
    }

    @Test
    void neverMoreThreadsThanCpusHere() throws IOException {
        install(new Around().cpus(9_000, 8_000).tuned(Optimization.DEFAULT));

        assertThat(python(Map.of(), "import os; print(int(os.environ['OMP_NUM_THREADS']) <= os.cpu_count())"))
                .containsExactly("True");
    }

    @Test
    void aVariableSwitchesItOff() throws IOException {
        install(new Around().quota(1).tuned(Asking.memory(true)));

        assertThat(python(
                        Map.of("PYTHON_ENV_TUNING", "off"),
                        "import os, gc; print('OMP_NUM_THREADS' in os.environ, gc.get_threshold()[0] == 50000)"))
                .containsExactly("False False");
    }

    @Test
    void torchIsLimitedWhenItIsImportedAndNotBefore() throws IOException {
        install(new Around().installed("torch", "2.15.0").tuned(Asking.gpu(Asking.fraction(0.25))));
        standIn("torch", """
                class cuda:
                    limits = []
                    is_available = staticmethod(lambda: True)
                    device_count = staticmethod(lambda: 2)
                    set_per_process_memory_fraction = staticmethod(lambda part, device: cuda.limits.append((part, device)))
                """);

        assertThat(python(
                        Map.of(), "import sys; print('torch' in sys.modules); import torch; print(torch.cuda.limits)"))
                .containsExactly("False", "[(0.25, 0), (0.25, 1)]");
    }

    @Test
    void tensorflowIsLimitedInMebibytes() throws IOException {
        install(new Around()
                .gpus("9.0", 80L << 30, 1)
                .installed("tensorflow", "2.21.0")
                .tuned(Asking.gpu(Asking.fraction(0.5))));
        standIn("tensorflow", """
                class config:
                    limits = []
                    LogicalDeviceConfiguration = staticmethod(lambda memory_limit: memory_limit)
                    list_physical_devices = staticmethod(lambda kind: [kind + ':0'])
                    set_logical_device_configuration = staticmethod(lambda gpu, limits: config.limits.append((gpu, limits)))
                """);

        assertThat(python(Map.of(), "import tensorflow; print(tensorflow.config.limits)"))
                .containsExactly("[('GPU:0', [40960])]");
    }

    @Test
    void aLibraryThatRefusesIsToldAndTheProgramRuns() throws IOException {
        install(new Around().installed("torch", "2.15.0").tuned(Asking.gpu(Asking.fraction(0.25))));
        standIn("torch", "class cuda:\n    is_available = staticmethod(lambda: 1 / 0)\n");

        assertThat(python(Map.of(), "import torch; print('runs')")).containsExactly("runs");
    }

    @Test
    void odd() throws IOException {
        install(new Around().installed("transformers", "5.0.0").tuned(Asking.caches("/srv/mo\"dels ü\\n")));

        assertThat(python(Map.of(), "import os; print(ascii(os.environ['HF_HOME']))"))
                .containsExactly("'/srv/mo\"dels \\xfc\\\\n/huggingface'");
    }

    @Test
    void beyondTheBasicPlane() throws IOException {
        install(new Around().installed("transformers", "5.0.0").tuned(Asking.caches("/srv/\uD83D\uDE00")));

        assertThat(python(Map.of(), "import os; print(ascii(os.environ['HF_HOME']))"))
                .containsExactly("'/srv/\\U0001f600/huggingface'");
    }

    @Test
    void nothingIsWrittenWhereNothingWouldBeDone() {
        assertThat(StartupModule.files(new Around().tuned(Optimization.DEFAULT)))
                .isEmpty();
    }

    private void install(Tuning tuning) throws IOException {
        Map<String, String> files = StartupModule.files(tuning);
        assertThat(files).containsOnlyKeys(StartupModule.PTH, StartupModule.MODULE);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(sitePackages().resolve(file.getKey()), file.getValue());
        }
    }

    private void standIn(String module, String code) throws IOException {
        Files.writeString(sitePackages().resolve(module + ".py"), code);
    }

    private Path sitePackages() {
        return environment
                .resolve("lib/python" + provided.runtime().version().series())
                .resolve("site-packages");
    }

    private List<String> python(Map<String, String> variables, String code) {
        return run(environment.resolve("bin/python"), variables, "-c", code);
    }

    private static List<String> run(Path python, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>(List.of(python.toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all = new TreeMap<>(variables);
        all.put("PYTHONUTF8", "1");
        Completed completed = new Processes().run(new Command(command, Path.of("."), all, Duration.ofMinutes(1)));
        assertThat(completed.exitCode()).as(String.join("\n", completed.err())).isZero();
        return completed.out();
    }
}
