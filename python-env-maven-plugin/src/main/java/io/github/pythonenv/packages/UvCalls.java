package io.github.pythonenv.packages;

import io.github.pythonenv.process.Background;
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
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Calls of one uv, with one interpreter and one set of variables.
 *
 * @param uv the program
 * @param python the interpreter that all calls are for: never one that uv would find by itself
 * @param made what brings that interpreter about; calls wait for it
 * @param folder the working directory, which relative paths in inputs refer to
 * @param variables the environment, complete
 * @param deadline the longest that one call may take
 */
record UvCalls(
        Uv uv,
        Path python,
        Background<?> made,
        Path folder,
        Map<String, String> variables,
        Duration deadline,
        Processes processes,
        ProgressListener listener) {

    private static final String WARNING = "warning: ";

    /** Calls uv and gives what it printed, whether it succeeded or not. */
    Completed attempt(List<String> arguments) {
        made.get();
        List<String> line = new ArrayList<>();
        line.add(uv.executable().toString());
        line.addAll(arguments);
        line.addAll(List.of("--color", "never", "--python", python.toString()));
        listener.on(new ProgressEvent.Detail(Credentials.hidden("uv " + String.join(" ", arguments))));
        DownloadTally tally = new DownloadTally(listener);
        return processes.run(new Command(line, folder, variables, deadline), out -> {}, err -> {
            listener.on(new ProgressEvent.Detail("uv: " + Credentials.hidden(err)));
            tally.hear(err);
        });
    }

    /**
     * Calls uv, and passes on what it warns of.
     *
     * @param what what could not be done if it fails, as the beginning of a sentence
     * @throws io.github.pythonenv.UserFailure with uv's own words when it fails
     */
    Completed call(String what, List<String> arguments) {
        return accepted(what, attempt(arguments));
    }

    /**
     * Calls uv with its cache only, and with the network if that is not enough. Only for what is fixed by digest: uv
     * would ask the index about each package even where its cache has them all. What is said of a failure is what the
     * call with the network said.
     */
    Completed callOnCacheFirst(String what, List<String> arguments) {
        if (!variables.containsKey("UV_OFFLINE")) {
            List<String> cached = new ArrayList<>(arguments);
            cached.add("--offline");
            Completed completed = attempt(cached);
            if (completed.succeeded()) {
                return accepted(what, completed);
            }
        }
        return call(what, arguments);
    }

    private Completed accepted(String what, Completed completed) {
        if (!completed.succeeded()) {
            throw ToolFailure.of(what, completed, folder);
        }
        completed.err().stream()
                .filter(line -> line.startsWith(WARNING))
                .map(line -> "uv: " + Credentials.hidden(line.substring(WARNING.length())))
                .forEach(text -> listener.on(new ProgressEvent.Warning(text)));
        count(completed, "Installed")
                .ifPresent(installed -> listener.on(new ProgressEvent.Installed(
                        installed, count(completed, "Prepared").orElse(0))));
        return completed;
    }

    /** How many packages it did that with: uv prepares those that its cache does not have yet. */
    private static OptionalInt count(Completed completed, String done) {
        String start = done + " ";
        return completed.err().stream()
                .filter(line -> line.startsWith(start) && line.contains(" package"))
                .map(line -> line.substring(start.length(), line.indexOf(" package")))
                .filter(number -> number.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    /** The same calls with other variables on top. */
    UvCalls with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(variables);
        all.putAll(more);
        return new UvCalls(uv, python, made, folder, all, deadline, processes, listener);
    }

    /** The same calls without some variables. */
    UvCalls without(List<String> names) {
        Map<String, String> rest = new TreeMap<>(variables);
        rest.keySet().removeAll(names);
        return new UvCalls(uv, python, made, folder, rest, deadline, processes, listener);
    }

    /** The same calls in another folder. */
    UvCalls in(Path other) {
        return new UvCalls(uv, python, made, other, variables, deadline, processes, listener);
    }

    /** The same calls for another interpreter, once it is there. */
    UvCalls on(Path other, Background<?> otherMade) {
        return new UvCalls(uv, other, otherMade, folder, variables, deadline, processes, listener);
    }
}
