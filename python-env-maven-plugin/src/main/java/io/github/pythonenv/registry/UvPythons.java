package io.github.pythonenv.registry;

import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.VersionRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Has uv install its managed Pythons, where the user's uv has them, too. */
final class UvPythons {
    /** What the user says of where uv's Pythons come from: our children do not inherit it otherwise. */
    private static final List<String> KEPT = List.of(
            "UV_PYTHON_INSTALL_MIRROR", "UV_PYTHON_DOWNLOADS_JSON_URL", "UV_PYTHON_CACHE_DIR", "UV_PYTHON_INSTALL_DIR");

    private static final Duration DEADLINE = Duration.ofMinutes(30);

    private final Machine machine;
    private final UvAtHand uv;
    private final boolean offline;
    private final Processes processes;
    private final ProgressListener listener;

    UvPythons(Machine machine, UvAtHand uv, boolean offline, Processes processes, ProgressListener listener) {
        this.machine = machine;
        this.uv = uv;
        this.offline = offline;
        this.processes = processes;
        this.listener = listener;
    }

    /**
     * Installs the newest that uv knows for that request, unless one is there.
     *
     * @param newest whether a newer patch replaces the one that is there
     * @return why it could not be done; nothing if it was
     */
    Optional<String> install(VersionRequest request, boolean newest) {
        if (offline) {
            return Optional.of("uv was not asked to install one: this build is offline");
        }
        Optional<Path> program = uv.program();
        if (program.isEmpty()) {
            return Optional.of("there is no uv at hand that could install one (name yours in <uvExecutable>)");
        }
        List<String> words = new ArrayList<>(List.of(
                program.get().toString(), "python", "install", "--no-bin", "--no-progress", "--color", "never"));
        if (machine.windows()) {
            words.add("--no-registry");
        }
        if (newest && request.text().matches("\\d+\\.\\d+")) {
            words.add("--upgrade");
        }
        words.add(request.text().replace(" ", ""));
        listener.on(new ProgressEvent.Notice("uv installs a Python for '" + request + "'."));
        Completed completed = processes.run(new Command(words, machine.host().userHome(), variables(), DEADLINE));
        if (!completed.succeeded()) {
            return Optional.of("uv could not install one: "
                    + String.join(
                            " ", completed.err().stream().map(String::strip).toList()));
        }
        return Optional.empty();
    }

    private Map<String, String> variables() {
        Map<String, String> variables =
                new TreeMap<>(ChildEnvironment.from(machine.host().environment()));
        for (String name : KEPT) {
            machine.variable(name).ifPresent(value -> variables.put(name, value));
        }
        variables.put("UV_PYTHON_DOWNLOADS", "automatic");
        return variables;
    }
}
