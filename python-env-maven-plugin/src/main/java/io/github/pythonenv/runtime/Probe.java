package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Starts an interpreter once and has it import the standard library's extension modules. */
final class Probe {
    /** A second on a laptop; a slow network file system or a virus scanner makes it many. */
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    private final Host host;
    private final Processes processes;

    Probe(Host host, Processes processes) {
        this.host = host;
        this.processes = processes;
    }

    /**
     * Asks what works.
     *
     * @param executable the interpreter
     * @param version what it must be
     * @return the modules that do not import, in the order of their names
     * @throws UserFailure if the interpreter does not start, or is another version
     */
    List<ModuleTrouble> troubles(Path executable, PythonVersion version) {
        List<String> asked = ModuleTable.asked(host.platform().os(), version);
        List<ModuleTrouble> crashes = new ArrayList<>();
        // One start is enough, except after a crash: then once more without the module that caused it.
        while (true) {
            List<String> skipped = crashes.stream().map(ModuleTrouble::module).toList();
            Completed completed = processes.run(new Command(
                    List.of(
                            executable.toString(),
                            "-I",
                            "-c",
                            script(),
                            String.join(",", asked),
                            String.join(",", skipped)),
                    Objects.requireNonNull(executable.getParent()),
                    ChildEnvironment.from(host.environment()),
                    DEADLINE));
            ProbeOutput output = ProbeOutput.parse(completed.out());
            requireStart(output, completed, version);
            if (output.unfinished().isPresent()) {
                crashes.add(new ModuleTrouble.Crashed(output.unfinished().get(), completed.exitCode()));
            } else if (output.whole()) {
                crashes.addAll(output.troubles());
                return List.copyOf(crashes);
            } else {
                throw doesNotStart(completed, version);
            }
        }
    }

    private static void requireStart(ProbeOutput output, Completed completed, PythonVersion version) {
        String found = output.version().orElseThrow(() -> doesNotStart(completed, version));
        if (!found.equals(version.toString())) {
            throw new UserFailure(
                    "Python " + version + " was started, and what answered is " + found
                            + ": another libpython was loaded in place of its own.",
                    "Take the folder that has it out of LD_LIBRARY_PATH (macOS: DYLD_LIBRARY_PATH) and run the build"
                            + " again.");
        }
    }

    private static PassedOver doesNotStart(Completed completed, PythonVersion version) {
        List<String> said = completed.err().isEmpty() ? completed.out() : completed.err();
        String text = said.isEmpty() ? "it said nothing" : String.join(" ", said.subList(0, Math.min(said.size(), 5)));
        return new PassedOver(
                "Python " + version + " does not start on this machine (exit code " + completed.exitCode() + "): "
                        + text,
                LoaderHints.hint(text).orElse("Ask for another Python version, and see what the message above names."));
    }

    private static String script() {
        try (InputStream in = Probe.class.getResourceAsStream("probe.py")) {
            if (in == null) {
                throw new IllegalStateException("probe.py is missing from the plugin's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("probe.py cannot be read", e);
        }
    }
}
