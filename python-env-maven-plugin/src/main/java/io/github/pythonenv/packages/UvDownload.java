package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fetches a wheel of uv from the package index, by its digest, through the pip of a runtime: whatever is configured for
 * pip counts.
 *
 * @param python an interpreter with pip
 * @param variables the environment of that pip
 */
record UvDownload(Path python, Map<String, String> variables, Processes processes, ProgressListener listener) {

    private static final Pattern LOG_TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT[\\d:,.]+\\s+");

    /**
     * Fetches one wheel.
     *
     * @param sha256 its digest, which pip looks at, and so does this
     * @param tags the platforms of another machine, as wheels name them; empty for this one
     * @param folder for the wheel, and for what pip needs on the way; made if need be
     */
    Path fetch(String version, String sha256, List<String> tags, Path folder) throws IOException {
        Path wheels = Files.createDirectories(folder.resolve("wheel"));
        Path wanted = Files.writeString(folder.resolve("uv.txt"), "uv==" + version + " --hash=sha256:" + sha256 + "\n");
        Path log = folder.resolve("pip.log");
        // A configuration file of pip may ask for a virtual environment; a variable is stronger.
        Map<String, String> environment = new TreeMap<>(variables);
        environment.put("PIP_REQUIRE_VIRTUALENV", "0");
        listener.on(new ProgressEvent.Detail("Fetching uv " + version + " with the pip of " + python));
        Completed pip = run(commandLine(tags, wheels, wanted, log), folder, environment);
        if (!pip.succeeded() && variables.containsKey(PipIndex.OURS)) {
            // The index of a project need not have uv.
            Completed usual = run(commandLine(tags, wheels, wanted, log), folder, PipIndex.removedFrom(environment));
            pip = usual.succeeded() ? usual : pip;
        }
        if (!pip.succeeded()) {
            throw failure(version, pip, log);
        }
        Path wheel;
        try (Stream<Path> files = Files.list(wheels)) {
            wheel = files.findFirst()
                    .orElseThrow(() -> new IllegalStateException("pip said it fetched uv and did not"));
        }
        verify(wheel, sha256);
        Files.delete(wanted);
        Files.deleteIfExists(log);
        return wheel;
    }

    private Completed run(List<String> line, Path folder, Map<String, String> environment) {
        return processes
                .run(new Command(line, folder, environment, Duration.ofMinutes(15)))
                .map(Secrets.in(environment)::hiddenIn);
    }

    /**
     * Compares a wheel, wherever it came from, with its digest.
     *
     * @throws UserFailure if it is another file
     */
    static void verify(Path wheel, String sha256) throws IOException {
        String found = Digests.sha256(wheel);
        if (!found.equalsIgnoreCase(sha256)) {
            throw new UserFailure(
                    "The wheel of uv is not the pinned one: its SHA-256 is " + found + ", expected was " + sha256 + ".",
                    "Find out who altered " + wheel.getFileName() + ": a mirror, a proxy or a cache.");
        }
    }

    private List<String> commandLine(List<String> tags, Path wheels, Path wanted, Path log) {
        List<String> line = new ArrayList<>(List.of(
                python.toString(),
                "-I",
                "-m",
                "pip",
                "download",
                "--no-input",
                "--disable-pip-version-check",
                "--progress-bar",
                "off",
                "--log",
                log.toString(),
                "--require-hashes",
                "--no-deps",
                "--only-binary",
                ":all:",
                "--dest",
                wheels.toString(),
                "--requirement",
                wanted.toString()));
        tags.forEach(tag -> line.addAll(List.of("--platform", tag)));
        return line;
    }

    /** What pip knows of why an index did not answer stands in its log only; then it says that it found nothing. */
    private UserFailure failure(String version, Completed pip, Path log) throws IOException {
        List<String> reasons = Files.isRegularFile(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.contains("Could not fetch URL") || line.contains("Retrying ("))
                        .map(line -> LOG_TIME.matcher(line).replaceFirst(""))
                        .map(Secrets.in(variables)::hiddenIn)
                        .distinct()
                        .toList()
                : List.of();
        // Of a traceback the end tells.
        List<String> said =
                pip.err().subList(Math.max(0, pip.err().size() - 12), pip.err().size());
        return ToolFailure.of(
                "uv " + version + ", which installs packages, could not be fetched by pip",
                Stream.concat(reasons.stream(), said.stream()).toList(),
                log.resolveSibling(""),
                variables);
    }
}
