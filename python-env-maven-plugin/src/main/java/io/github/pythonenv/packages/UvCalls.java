package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls of one uv, with one interpreter and one set of variables.
 *
 * @param uv the program
 * @param python the interpreter that all calls are for: never one that uv would find by itself
 * @param made what brings that interpreter about; calls wait for it
 * @param folder the working directory, which relative paths in inputs refer to
 * @param variables the environment, complete
 * @param deadline the longest that one call may take
 * @param wholeText the file for what uv says of a failure, where that is long
 * @param target the machine that is installed for
 */
record UvCalls(
        Uv uv,
        Path python,
        Background<?> made,
        Path folder,
        Map<String, String> variables,
        Duration deadline,
        Path wholeText,
        Processes processes,
        ProgressListener listener,
        InstallTarget target) {

    private static final String WARNING = "warning: ";

    /** Of what an index has; local projects are built always. Source: uv 0.13, uv/src/commands/reporters.rs. */
    private static final Pattern BUILT = Pattern.compile("\\s*Built ([^ @]+==\\S+).*");

    /** Calls uv and gives what it printed, whether it succeeded or not. */
    Completed attempt(List<String> arguments) {
        made.get();
        List<String> all = new ArrayList<>(arguments);
        if (installs(arguments)) {
            all.addAll(target.arguments(arguments));
        }
        all.addAll(List.of("--python", python.toString()));
        return attemptWithoutPython(all);
    }

    /** The same for commands of uv that are about no interpreter. */
    Completed attemptWithoutPython(List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(uv.executable().toString());
        line.addAll(arguments);
        line.addAll(List.of("--color", "never"));
        Secrets secrets = Secrets.in(variables);
        listener.on(new ProgressEvent.Detail(secrets.hiddenIn("uv " + String.join(" ", arguments))));
        DownloadTally tally = new DownloadTally(listener);
        Completed completed = processes.run(new Command(line, folder, variables, deadline), out -> {}, err -> {
            String hidden = secrets.hiddenIn(err);
            listener.on(new ProgressEvent.Detail("uv: " + hidden));
            tally.hear(hidden);
        });
        return completed.map(secrets::hiddenIn);
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
            throw failure(what, completed);
        }
        completed.err().stream()
                .filter(line -> line.startsWith(WARNING))
                .map(line -> "uv: " + line.substring(WARNING.length()))
                .forEach(text -> listener.on(new ProgressEvent.Warning(text)));
        tellOfBuilds(completed);
        count(completed, "Installed")
                .ifPresent(installed -> listener.on(new ProgressEvent.Installed(
                        installed, count(completed, "Prepared").orElse(0))));
        return completed;
    }

    /** A build from source takes longer than a wheel, and runs what the package's author wrote. */
    private void tellOfBuilds(Completed completed) {
        List<String> built = completed.err().stream()
                .map(BUILT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        if (!built.isEmpty()) {
            listener.on(new ProgressEvent.Notice(
                    "Built from source, having no wheel for this machine: " + String.join(", ", built) + "."));
        }
    }

    /** In uv's own words, shortened where they are many. */
    UserFailure failure(String what, Completed completed) {
        List<String> said = completed.err().isEmpty() ? completed.out() : completed.err();
        return ToolFailure.of(what, said, folder, variables, wholeText);
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

    private static boolean installs(List<String> arguments) {
        return arguments.get(0).equals("sync")
                || (arguments.get(0).equals("pip") && arguments.get(1).equals("sync"));
    }

    /** The same calls, installing for another machine. */
    UvCalls installingFor(InstallTarget other) {
        return new UvCalls(uv, python, made, folder, variables, deadline, wholeText, processes, listener, other);
    }

    /** The same calls with other variables on top. */
    UvCalls with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(variables);
        all.putAll(more);
        return new UvCalls(uv, python, made, folder, all, deadline, wholeText, processes, listener, target);
    }

    /** The same calls without some variables. */
    UvCalls without(List<String> names) {
        Map<String, String> rest = new TreeMap<>(variables);
        rest.keySet().removeAll(names);
        return new UvCalls(uv, python, made, folder, rest, deadline, wholeText, processes, listener, target);
    }

    /** The same calls in another folder. */
    UvCalls in(Path other) {
        return new UvCalls(uv, python, made, other, variables, deadline, wholeText, processes, listener, target);
    }

    /** The same calls for another interpreter, once it is there. */
    UvCalls on(Path other, Background<?> otherMade) {
        return new UvCalls(uv, other, otherMade, folder, variables, deadline, wholeText, processes, listener, target);
    }
}
