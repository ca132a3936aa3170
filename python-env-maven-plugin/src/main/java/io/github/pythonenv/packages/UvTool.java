package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.archive.ZipUnpacker;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes uv available. It comes as a wheel from the package index, through the pip of a runtime, so that whatever is
 * configured for pip counts: indexes, proxies, certificates, credentials.
 */
public final class UvTool {

    private static final Pattern WHEEL = Pattern.compile("[^-]+-[^-]+");

    private static final Pattern LOG_TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT[\\d:,.]+\\s+");

    private final Platform platform;
    private final Store store;
    private final Processes processes;
    private final ProgressListener listener;

    public UvTool(Platform platform, Store store, Processes processes, ProgressListener listener) {
        this.platform = platform;
        this.store = store;
        this.processes = processes;
        this.listener = listener;
    }

    /**
     * Gives the uv that was chosen, from the store where it is there.
     *
     * @param python an interpreter with pip, which fetches the wheel
     * @param variables the environment of that pip
     * @param offline whether nothing may be fetched
     * @throws UserFailure where it cannot be had
     */
    public Uv provide(UvChoice choice, Path python, Map<String, String> variables, boolean offline) {
        if (choice instanceof UvChoice.Executable own) {
            return new Uv(own.path(), own.describe());
        }
        return choice instanceof UvChoice.OfVersion version
                ? stored(version.version(), version.sha256(), python, variables, offline)
                : stored(UvWheels.pinnedVersion(), UvWheels.sha256(platform), python, variables, offline);
    }

    private Uv stored(String version, String sha256, Path python, Map<String, String> variables, boolean offline) {
        Path folder = store.publish(
                store.tools(),
                "uv-" + version + "-" + sha256.substring(0, 12),
                staging -> {
                    if (offline) {
                        throw new UserFailure(
                                "uv " + version + " is not in the store yet, and this build is offline.",
                                "Run the build once without -o, or name a uv of your own in <uvExecutable>.");
                    }
                    unpack(fetch(version, sha256, python, variables, staging), sha256, staging);
                },
                listener);
        return new Uv(folder.resolve(platform.windows() ? "uv.exe" : "uv"), version);
    }

    private Path fetch(String version, String sha256, Path python, Map<String, String> variables, Path staging)
            throws IOException {
        Path wheels = Files.createDirectory(staging.resolve("wheel"));
        Path wanted =
                Files.writeString(staging.resolve("uv.txt"), "uv==" + version + " --hash=sha256:" + sha256 + "\n");
        Path log = staging.resolve("pip.log");
        // A configuration file of pip may ask for a virtual environment; a variable is stronger.
        Map<String, String> environment = new TreeMap<>(variables);
        environment.put("PIP_REQUIRE_VIRTUALENV", "0");
        listener.on(new ProgressEvent.Detail("Fetching uv " + version + " with the pip of " + python));
        Completed pip = processes.run(new Command(
                List.of(
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
                        wanted.toString()),
                staging,
                environment,
                Duration.ofMinutes(15)));
        if (!pip.succeeded()) {
            throw failure(version, pip, log);
        }
        try (Stream<Path> files = Files.list(wheels)) {
            return files.findFirst().orElseThrow(() -> new IllegalStateException("pip said it fetched uv and did not"));
        }
    }

    /** What pip knows of why an index did not answer stands in its log only; then it says that it found nothing. */
    private static UserFailure failure(String version, Completed pip, Path log) throws IOException {
        List<String> reasons = Files.isRegularFile(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.contains("Could not fetch URL") || line.contains("Retrying ("))
                        .map(line -> LOG_TIME.matcher(line).replaceFirst(""))
                        .distinct()
                        .toList()
                : List.of();
        // Of a traceback the end tells.
        List<String> said =
                pip.err().subList(Math.max(0, pip.err().size() - 12), pip.err().size());
        return ToolFailure.of(
                "uv " + version + ", which installs packages, could not be fetched by pip",
                Stream.concat(reasons.stream(), said.stream()).toList(),
                log.resolveSibling(""));
    }

    private void unpack(Path wheel, String sha256, Path staging) throws IOException {
        String found = Digests.sha256(wheel);
        if (!found.equalsIgnoreCase(sha256)) {
            throw new UserFailure(
                    "The wheel of uv is not the pinned one: its SHA-256 is " + found + ", expected was " + sha256 + ".",
                    "Find out who altered " + wheel.getFileName() + ": a mirror, a proxy or a cache.");
        }
        // A wheel's name begins with name and version, and so does its folder of programs (PEP 427).
        Matcher wheelName = WHEEL.matcher(wheel.getFileName().toString());
        if (!wheelName.lookingAt()) {
            throw new IllegalStateException("pip fetched " + wheel.getFileName() + " for uv");
        }
        String scripts = wheelName.group() + ".data/scripts/";
        ZipUnpacker.unpack(wheel, scripts, staging, bytes -> {});
        try (Stream<Path> programs = Files.list(staging)) {
            programs.filter(Files::isRegularFile)
                    .forEach(program -> program.toFile().setExecutable(true));
        }
        Trees.delete(staging.resolve("wheel"));
        Files.delete(staging.resolve("uv.txt"));
        Files.deleteIfExists(staging.resolve("pip.log"));
    }
}
