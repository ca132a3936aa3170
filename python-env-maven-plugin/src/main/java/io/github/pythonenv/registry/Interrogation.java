package io.github.pythonenv.registry;

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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Starts a program that may be a Python and has it say what it is. */
final class Interrogation {
    private final Host host;
    private final Processes processes;
    private final Duration deadline;

    /** @param deadline a tenth of a second is usual; a network file system or a virus scanner makes it many */
    Interrogation(Host host, Processes processes, Duration deadline) {
        this.host = host;
        this.processes = processes;
        this.deadline = deadline;
    }

    /** An answer in any case: what hangs, crashes or says something else is silent for that reason. */
    Answer ask(Path executable) {
        try {
            Completed completed = processes.run(new Command(
                    // Neither variables nor the user's packages count, and site-packages are not looked into.
                    List.of(executable.toString(), "-I", "-S", "-c", script()),
                    Objects.requireNonNull(executable.getParent()),
                    ChildEnvironment.from(host.environment()),
                    deadline));
            if (!completed.succeeded()) {
                return Answer.silent("ended with exit code " + completed.exitCode() + said(completed));
            }
            return Answer.parse(completed.out())
                    .orElseGet(() -> Answer.silent("did not say what it is" + said(completed)));
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return Answer.silent(
                    "could not be asked: " + String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    private static String said(Completed completed) {
        return Stream.concat(completed.err().stream(), completed.out().stream())
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> ": "
                        + line.strip().substring(0, Math.min(200, line.strip().length())))
                .orElse("");
    }

    private static String script() {
        try (InputStream in = Interrogation.class.getResourceAsStream("interpreter.py")) {
            if (in == null) {
                throw new IllegalStateException("interpreter.py is missing from the plugin's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("interpreter.py cannot be read", e);
        }
    }
}
