package io.github.pythonenv.packages;

import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls of one uv, with one interpreter and one set of variables.
 *
 * @param uv the program
 * @param python the interpreter that all calls are for: never one that uv would find by itself
 * @param folder the working directory, which relative paths in inputs refer to
 * @param variables the environment, complete
 * @param deadline the longest that one call may take
 */
record UvCalls(
        Uv uv,
        Path python,
        Path folder,
        Map<String, String> variables,
        Duration deadline,
        Processes processes,
        ProgressListener listener) {

    /** Calls uv and gives what it printed, whether it succeeded or not. */
    Completed attempt(List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(uv.executable().toString());
        line.addAll(arguments);
        line.addAll(List.of("--color", "never", "--python", python.toString()));
        listener.on(new ProgressEvent.Detail("uv " + String.join(" ", arguments)));
        return processes.run(
                new Command(line, folder, variables, deadline),
                out -> {},
                err -> listener.on(new ProgressEvent.Detail("uv: " + ToolFailure.redacted(err))));
    }

    /**
     * Calls uv.
     *
     * @param what what is being done, as the beginning of a sentence that ends in failure
     * @throws io.github.pythonenv.UserFailure with uv's own words when it fails
     */
    Completed call(String what, List<String> arguments) {
        Completed completed = attempt(arguments);
        if (!completed.succeeded()) {
            throw ToolFailure.of(what, completed);
        }
        return completed;
    }

    /** The same calls with other variables on top. */
    UvCalls with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(variables);
        all.putAll(more);
        return new UvCalls(uv, python, folder, all, deadline, processes, listener);
    }

    /** The same calls without some variables. */
    UvCalls without(List<String> names) {
        Map<String, String> rest = new TreeMap<>(variables);
        rest.keySet().removeAll(names);
        return new UvCalls(uv, python, folder, rest, deadline, processes, listener);
    }

    /** The same calls in another folder. */
    UvCalls in(Path other) {
        return new UvCalls(uv, python, other, variables, deadline, processes, listener);
    }

    /** The same calls for another interpreter. */
    UvCalls on(Path other) {
        return new UvCalls(uv, other, folder, variables, deadline, processes, listener);
    }
}
