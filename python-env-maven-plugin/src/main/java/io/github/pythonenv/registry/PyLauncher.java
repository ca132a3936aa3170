package io.github.pythonenv.registry;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.InstalledBy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Windows' launcher, which knows what is noted in the system's registry (PEP 514). */
final class PyLauncher implements Place {
    /** For example {@code  -V:3.14 *        C:\Python314\python.exe}, from older ones {@code  -3.9-64  C:\…}. */
    private static final Pattern LINE = Pattern.compile("\\s*-\\S+\\s+(?:\\*\\s+)?(\\S.*\\.exe)\\s*");

    private final Processes processes;

    PyLauncher(Processes processes) {
        this.processes = processes;
    }

    @Override
    public List<Candidate> candidates(Machine machine) {
        if (!machine.windows()) {
            return List.of();
        }
        try {
            Completed completed = processes.run(new Command(
                    List.of("py", "-0p"),
                    machine.host().userHome(),
                    ChildEnvironment.from(machine.host().environment()),
                    Duration.ofSeconds(20)));
            return parse(completed.out());
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            // There is no launcher: it is an option of the installer.
            return List.of();
        }
    }

    static List<Candidate> parse(List<String> lines) {
        return lines.stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Candidate(Path.of(line.group(1)), InstalledBy.SYSTEM))
                .toList();
    }
}
