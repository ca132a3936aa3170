package io.github.pythonenv.validation;

import io.github.pythonenv.UserFailure;
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
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An interpreter, as checks start it: isolated from the user's variables and folders unless a check says otherwise.
 *
 * @param executable the interpreter
 * @param directory where it is started
 * @param variables its environment, complete
 */
record Python(Path executable, Path directory, Map<String, String> variables, Processes processes) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a script says stands behind it, so that what modules print of themselves is not taken for it. */
    private static final String MARK = "\u001epython-env ";

    /** An answer takes a fraction of a second; a slow network file system or a virus scanner makes it many. */
    static final Duration DEADLINE = Duration.ofMinutes(2);

    private static final List<String> ISOLATED = List.of("-I");

    /** The same with more variables. */
    Python with(Map<String, String> more) {
        Map<String, String> all = ChildEnvironment.copyOf(variables);
        all.putAll(more);
        return new Python(executable, directory, all, processes);
    }

    /**
     * Runs one of our scripts that gives one answer.
     *
     * @throws UserFailure where it ends without one
     */
    JsonNode ask(String script, String... arguments) {
        return ask(ISOLATED, script, arguments);
    }

    /** The same with other options of the interpreter. */
    JsonNode ask(List<String> options, String script, String... arguments) {
        List<JsonNode> answers = new ArrayList<>();
        Completed completed = run(options, script, List.of(arguments), DEADLINE, answers::add);
        if (!completed.succeeded() || answers.isEmpty()) {
            throw new UserFailure(
                    executable + " ended with exit code " + completed.exitCode() + ": " + lastWords(completed),
                    "See what it says of itself; mvn python-env:ensure -Dpython-env.force builds the environment anew.");
        }
        return answers.get(answers.size() - 1);
    }

    /**
     * Runs one of our scripts and hands over each answer as it comes, in the thread that reads it.
     *
     * @throws UserFailure where its deadline passes
     */
    Completed run(List<String> arguments, String script, Duration deadline, Consumer<JsonNode> answer) {
        return run(ISOLATED, script, arguments, deadline, answer);
    }

    /**
     * How long a run takes, in milliseconds.
     *
     * @param arguments of the interpreter
     * @throws UserFailure where it fails
     */
    double milliseconds(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(executable.toString()));
        line.addAll(arguments);
        long from = System.nanoTime();
        Completed completed = processes.run(new Command(line, directory, variables, DEADLINE));
        double milliseconds = (System.nanoTime() - from) / 1e6;
        if (!completed.succeeded()) {
            throw new UserFailure(
                    "The interpreter ended with exit code " + completed.exitCode() + ": " + lastWords(completed),
                    "See what it says of itself.");
        }
        return milliseconds;
    }

    private Completed run(
            List<String> options, String script, List<String> arguments, Duration deadline, Consumer<JsonNode> answer) {
        List<String> line = new ArrayList<>(List.of(executable.toString()));
        line.addAll(options);
        line.addAll(List.of("-c", text(script)));
        line.addAll(arguments);
        return processes.run(
                new Command(line, directory, variables, deadline),
                out -> {
                    // A module may have left half a line before it.
                    int mark = out.indexOf(MARK);
                    if (mark >= 0) {
                        answer.accept(parsed(out.substring(mark + MARK.length())));
                    }
                },
                err -> {});
    }

    /** What a program said at its end, on one line. */
    static String lastWords(Completed completed) {
        List<String> said = completed.err().isEmpty() ? completed.out() : completed.err();
        List<String> last = said.subList(Math.max(0, said.size() - 3), said.size());
        return last.isEmpty() ? "it said nothing" : String.join(" ", last).strip();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalStateException("a script of ours answered with no JSON: " + text, e);
        }
    }

    private static String text(String script) {
        return resource("answer.py") + resource(script);
    }

    private static String resource(String name) {
        try (InputStream in = Python.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the plugin's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
