package io.github.pythonenv.validation;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A check of the user's own: whether a program ends and says what is expected.
 *
 * @param asked the program as it is written, and what is expected of it
 * @param line the command line that is run
 * @param directory where it is started
 * @param variables its environment, complete
 */
public record CommandCheck(
        UserCheck asked, List<String> line, Path directory, Map<String, String> variables, Processes processes)
        implements Check {

    private static final int SHOWN = 20;

    private static final String SEE = "See its output in the evidence.";

    @Override
    public String id() {
        return asked.id();
    }

    @Override
    public Category category() {
        return Category.USER;
    }

    @Override
    public String title() {
        return asked.title();
    }

    @Override
    public Outcome look() {
        Pattern expected = asked.expected();
        Findings findings = new Findings().saw("command", String.join(" ", asked.command()));
        Completed completed;
        try {
            completed = processes.run(new Command(line, directory, variables, asked.deadline()));
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            // It is not there, or does not end: nothing else than another exit status would be.
            found(findings, String.valueOf(e.getMessage()).replaceFirst("\\.$", ""), e.hint());
            return findings.outcome();
        }
        List<String> output = new ArrayList<>(completed.out());
        output.addAll(completed.err());
        findings.saw("exit status", completed.exitCode());
        output.subList(Math.max(0, output.size() - SHOWN), output.size()).forEach(said -> findings.saw("output", said));
        if (completed.exitCode() != asked.exitCode()) {
            found(
                    findings,
                    "It ended with exit status " + completed.exitCode() + " instead of " + asked.exitCode(),
                    SEE);
        } else if (!expected.matcher(String.join("\n", output)).find()) {
            found(findings, "What it printed has nothing that matches " + expected, SEE);
        }
        return findings.outcome();
    }

    private void found(Findings findings, String what, String usualHint) {
        String hint = asked.hint().isEmpty() ? usualHint : asked.hint();
        if (asked.warning()) {
            findings.doubt(what, hint);
        } else {
            findings.fault(what, hint);
        }
    }
}
