package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine that the tests run on, whatever is on it. */
class RealMachineTest {
    @TempDir
    Path folder;

    @Test
    void whatIsFoundIsWhatItSaysAndIsAskedOnce() {
        Machine machine = new Machine(Host.current(), folder.getRoot());
        Processes processes = new Processes();
        Store store = new Store(folder.resolve("store"));

        List<Finding> found = new Discovery(machine, store, processes).all(List.of(), false);

        List<Interpreter> usable = found.stream()
                .filter(Finding.Usable.class::isInstance)
                .map(finding -> ((Finding.Usable) finding).interpreter())
                .toList();
        assumeTrue(!usable.isEmpty(), "there is no Python on this machine");
        assertThat(usable).allSatisfy(interpreter -> {
            assertThat(interpreter.executable().toString()).doesNotContain("shims");
            assertThat(processes
                            .run(new Command(
                                    List.of(interpreter.executable().toString(), "--version"),
                                    folder,
                                    Map.of(),
                                    Duration.ofMinutes(1)))
                            .out())
                    .containsExactly("Python " + interpreter.version());
        });
        assertThat(usable).extracting(Interpreter::executable).doesNotHaveDuplicates();

        long before = Processes.started();
        assertThat(new Discovery(machine, store, processes).all(List.of(), false))
                .isEqualTo(found);
        assertThat(Processes.started()).isEqualTo(before);
    }
}
