package io.github.pythonenv.validation;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.ProgramSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether activating the environment leads to its interpreter, in each shell that this machine has. */
record ActivationCheck(Subject subject) implements Check {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private static final String PRINT = "python -I -c \"import os, sys; print(os.path.realpath(sys.prefix))\"";

    /** By a variable, since each shell has its own way with arguments. */
    private static final String SCRIPT = "PYTHON_ENV_ACTIVATION";

    /**
     * A shell, and how it activates.
     *
     * @param name of its program
     * @param script in the environment's folder of programs
     * @param command its arguments
     */
    private record Shell(String name, String script, List<String> command) {}

    private static final List<Shell> POSIX = List.of(
            new Shell("sh", "activate", List.of("-c", ". \"$" + SCRIPT + "\" && " + PRINT)),
            new Shell("bash", "activate", List.of("--norc", "-c", ". \"$" + SCRIPT + "\" && " + PRINT)),
            new Shell("zsh", "activate", List.of("-f", "-c", ". \"$" + SCRIPT + "\" && " + PRINT)),
            new Shell(
                    "fish", "activate.fish", List.of("--no-config", "-c", "source \"$" + SCRIPT + "\"; and " + PRINT)),
            new Shell("csh", "activate.csh", List.of("-f", "-c", "source \"$" + SCRIPT + "\"; " + PRINT)));

    private static final List<Shell> WINDOWS =
            List.of(new Shell("cmd.exe", "activate.bat", List.of("/d", "/c", "call \"%" + SCRIPT + "%\" && " + PRINT)));

    @Override
    public String id() {
        return "activation";
    }

    @Override
    public Category category() {
        return Category.ENVIRONMENT;
    }

    @Override
    public String title() {
        return "Activation leads to the environment's interpreter";
    }

    @Override
    public Outcome look() throws IOException {
        Findings findings = new Findings();
        List<Shell> here = new ArrayList<>();
        String path = subject.variables().getOrDefault("PATH", "");
        for (Shell shell : subject.windows() ? WINDOWS : POSIX) {
            Optional<Path> program = ProgramSearch.onPath(path, shell.name());
            if (program.isPresent()) {
                here.add(shell);
                activate(findings, shell, program.get());
            }
        }
        return here.isEmpty()
                ? Outcome.skipped("There is no shell on the PATH that could activate it.")
                : findings.outcome();
    }

    private void activate(Findings findings, Shell shell, Path program) throws IOException {
        String hint = "Build the environment anew: mvn python-env:ensure -Dpython-env.force.";
        Path script = subject.layout().bin().resolve(shell.script());
        if (!Files.isRegularFile(script)) {
            findings.fault("The activation script " + script.getFileName() + " is gone", hint);
            return;
        }
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(shell.command());
        String prefix = prefix(line, script);
        findings.saw(shell.name(), prefix);
        if (!prefix.equals(subject.directory().toRealPath().toString())) {
            findings.fault("Activated in " + shell.name() + ", python is not the environment's: " + prefix, hint);
        }
    }

    private String prefix(List<String> line, Path script) {
        Map<String, String> variables = ChildEnvironment.copyOf(subject.variables());
        variables.put(SCRIPT, script.toString());
        try {
            Completed completed = subject.processes().run(new Command(line, subject.directory(), variables, DEADLINE));
            return completed.succeeded() && !completed.out().isEmpty()
                    ? completed.out().get(completed.out().size() - 1)
                    : Python.lastWords(completed);
        } catch (UserFailure e) {
            return String.valueOf(e.getMessage());
        }
    }
}
