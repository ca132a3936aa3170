package io.github.pythonenv.registry;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.Shelf;
import io.github.pythonenv.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds an interpreter with pip, which is what uv is fetched with: Debian's and uv's own Pythons come without. */
public final class PipSearch {
    private final Machine machine;
    private final Store store;
    private final Processes processes;

    public PipSearch(Host host, Store store, Processes processes) {
        this(new Machine(host, MachineSearch.root(host)), store, processes);
    }

    PipSearch(Machine machine, Store store, Processes processes) {
        this.machine = machine;
        this.store = store;
        this.processes = processes;
    }

    /** That runtime's, if it has pip, else any; nothing if none has pip. */
    public Optional<Path> preferring(Runtime runtime) {
        return runtime.inPlace() && !hasPip(runtime.executable()) ? any() : Optional.of(runtime.executable());
    }

    /** That of a runtime in the store, else one that is found on the machine; nothing if none has pip. */
    public Optional<Path> any() {
        Stream<Path> stored = new Shelf(store).runtimes().stream().map(Runtime::executable);
        return stored.filter(this::hasPip)
                .findFirst()
                .or(() -> new Discovery(machine, store, processes)
                        .all(List.of(), false).stream()
                                .filter(Finding.Usable.class::isInstance)
                                .map(Finding::path)
                                .filter(this::hasPip)
                                .findFirst());
    }

    private boolean hasPip(Path executable) {
        try {
            return processes
                    .run(new Command(
                            List.of(executable.toString(), "-I", "-m", "pip", "--version"),
                            Objects.requireNonNull(executable.getParent()),
                            ChildEnvironment.from(machine.host().environment()),
                            Duration.ofMinutes(1)))
                    .succeeded();
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }
}
