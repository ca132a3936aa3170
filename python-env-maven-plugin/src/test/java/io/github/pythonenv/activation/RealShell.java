package io.github.pythonenv.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shells that tests are run in, as far as this machine has them, and how each does what the tests do. */
enum RealShell {
    DASH("dash", Shell.POSIX, "", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
    BASH("bash", Shell.POSIX, "", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
    STRICT_BASH("bash", Shell.POSIX, "set -eu", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
    ZSH("zsh", Shell.POSIX, "", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
    STRICT_ZSH("zsh", Shell.POSIX, "set -eu", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
    KSH("ksh", Shell.POSIX, "", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
    FISH("fish", Shell.FISH, "", "source \"$PLACE/bin/$SCRIPT\"", "string join : $PATH"),
    CSH("csh", Shell.CSH, "", "source \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
    TCSH("tcsh", Shell.CSH, "", "source \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
    POWERSHELL("pwsh", Shell.POWERSHELL, "", ". ([IO.Path]::Combine($env:PLACE, 'bin', $env:SCRIPT))", "$env:PATH");

    static final String PATH = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";

    private final String program;
    private final Shell language;
    private final String first;
    private final String activate;
    private final String path;

    RealShell(String program, Shell language, String first, String activate, String path) {
        this.program = program;
        this.language = language;
        this.first = first;
        this.activate = activate;
        this.path = path;
    }

    Shell language() {
        return language;
    }

    /** Activates the environment at {@code $PLACE} by its own script {@code $SCRIPT}. */
    String activate() {
        return activate;
    }

    /** Prints the search path. */
    String path() {
        return path;
    }

    /**
     * Runs the lines in one shell and gives what it printed.
     *
     * @param variables environment variables besides the usual ones
     */
    List<String> run(Path folder, Map<String, String> variables, String... lines) {
        Path executable = Stream.of(PATH.split(":"))
                .map(bin -> Path.of(bin, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(executable != null, program + " is not on this machine");
        Map<String, String> all = new TreeMap<>(Map.of("PATH", PATH, "HOME", folder.toString(), "LC_ALL", "C.UTF-8"));
        all.putAll(variables);
        String text = first + "\n" + String.join("\n", lines);
        Completed completed = new Processes()
                .run(new Command(List.of(String.valueOf(executable), "-c", text), folder, all, Duration.ofMinutes(1)));
        assertThat(completed.err()).isEmpty();
        assertThat(completed.exitCode()).isZero();
        return completed.out();
    }
}
