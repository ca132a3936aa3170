package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import java.nio.file.Files;
import java.util.List;

/** Tries a runtime that is there, as each one is tried before it goes into the store. */
public final class HealthCheck {
    /** Who installs a Python without it, as Debian does, can still use it: uv makes the environments. */
    private static final String VENV = "venv";

    private final Probe probe;

    public HealthCheck(Host host, Processes processes) {
        this.probe = new Probe(host, processes);
    }

    /** Starts the interpreter and has it import what a whole Python consists of. */
    public Health of(Runtime runtime) {
        if (!Files.isExecutable(runtime.executable())) {
            return Health.fault("Its interpreter " + runtime.executable() + " is gone.");
        }
        try {
            List<ModuleTrouble> troubles = troubles(runtime);
            List<String> fatal = troubles.stream()
                    .filter(trouble -> ModuleTable.optional(trouble.module()).isEmpty())
                    .map(trouble -> trouble.module() + " (" + trouble.reason() + ")")
                    .toList();
            return fatal.isEmpty()
                    ? new Health(
                            "",
                            troubles.stream()
                                    .flatMap(trouble -> ModuleTable.optional(trouble.module()).stream())
                                    .toList())
                    : Health.fault("It lacks what every Python must have: " + String.join(", ", fatal) + ".");
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return Health.fault(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Starts the interpreter and names each module of the standard library that does not import.
     *
     * @throws UserFailure if the interpreter does not start
     */
    public List<ModuleFault> faults(Runtime runtime) {
        return troubles(runtime).stream().map(ModuleFault::of).toList();
    }

    private List<ModuleTrouble> troubles(Runtime runtime) {
        return probe.troubles(runtime.executable(), runtime.version()).stream()
                .filter(trouble -> !(runtime.inPlace() && trouble.module().equals(VENV)))
                .toList();
    }
}
