package io.github.pythonenv.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.CommandLineConfigurationException;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenCommandLineBuilder;
import org.apache.maven.shared.utils.cli.Commandline;

/**
 * A Maven, ready to build a project. Immutable: each method that changes something gives another one.
 *
 * @param project what it builds
 * @param version the Maven
 * @param machine what it finds
 * @param options of every command line, such as {@code -o}
 * @param environment variables over those of the machine
 * @param unset variables of the machine that it does not see
 * @param watched whether the processes that it starts are noted
 * @param settings the user's; nothing for those of the one who runs the tests
 * @param sandbox what its command line begins with
 */
public record MavenRun(
        MavenProject project,
        Maven version,
        Machine machine,
        List<String> options,
        Map<String, String> environment,
        Set<String> unset,
        boolean watched,
        Optional<Path> settings,
        List<String> sandbox) {

    /** A JVM of seconds gains nothing by the second compiler and parallel collectors: half of its processor time. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    static MavenRun of(MavenProject project, Maven version) {
        return new MavenRun(
                project, version, Machine.shared(), List.of(), Map.of(), Set.of(), false, Optional.empty(), List.of());
    }

    /** On another machine. */
    public MavenRun on(Machine other) {
        return new MavenRun(project, version, other, options, environment, unset, watched, settings, sandbox);
    }

    /** With more options on the command line. */
    public MavenRun with(String... more) {
        List<String> all = Stream.concat(options.stream(), Stream.of(more)).toList();
        return new MavenRun(project, version, machine, all, environment, unset, watched, settings, sandbox);
    }

    /** With a variable in its environment. */
    public MavenRun environment(String name, String value) {
        Map<String, String> all = new TreeMap<>(environment);
        all.put(name, value);
        return new MavenRun(project, version, machine, options, all, unset, watched, settings, sandbox);
    }

    /** Without variables that the machine has. */
    public MavenRun without(String... names) {
        return new MavenRun(project, version, machine, options, environment, Set.of(names), watched, settings, sandbox);
    }

    /** With a note of every process that it starts, for {@link Build#processes()}. */
    public MavenRun watchingProcesses() {
        return new MavenRun(project, version, machine, options, environment, unset, true, settings, sandbox);
    }

    /** With other user settings than those of the one who runs the tests. */
    public MavenRun settings(Path file) {
        return new MavenRun(
                project, version, machine, options, environment, unset, watched, Optional.of(file), sandbox);
    }

    /** In a world with less in it. */
    public MavenRun in(Sandbox world) {
        return new MavenRun(project, version, machine, options, environment, unset, watched, settings, world.command());
    }

    /** With {@code mvn} on the PATH of what it starts: this Maven again, on the same machine. */
    public MavenRun startingMaven() {
        List<String> words = new ArrayList<>(SettingsFile.options());
        words.add("-Dmaven.repo.local=" + machine.localRepository());
        words.add("-Dpython-env.home=" + machine.store());
        String path = version.executable().getParent() + File.pathSeparator + ToolPath.get();
        return environment("PATH", path).environment("MAVEN_ARGS", String.join(" ", words));
    }

    /** Without the local repository of the one who runs the tests: what is missing is downloaded. */
    public MavenRun fromRemoteRepositories() {
        return with("-P", "!" + SettingsFile.SEED);
    }

    /** Runs to the end, however that looks: ask the result for {@link Build#succeeds()} or {@link Build#fails()}. */
    public Build run(String... goals) {
        return start(goals).await();
    }

    /** Starts and returns at once, for tests that disturb a build or run two. */
    public RunningBuild start(String... goals) {
        return start(ProcessBuilder.Redirect.PIPE, goals);
    }

    /** Runs to the end, and has these lines to read. */
    public Build answering(List<String> lines, String... goals) {
        try {
            Path file = Files.write(Files.createTempFile(project.folder().getParent(), "answers-", ".txt"), lines);
            return start(ProcessBuilder.Redirect.from(file.toFile()), goals).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunningBuild start(ProcessBuilder.Redirect input, String... goals) {
        try {
            Path folder = project.folder();
            Path log = Files.createTempFile(folder.getParent(), folder.getFileName() + "-", ".log");
            return new RunningBuild(
                    process(observers(log), goals).redirectInput(input).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The build as it is outside of tests, with nothing in its JVM that watches it: for measurements. */
    public ProcessBuilder unobserved(String... goals) {
        try {
            return process(List.of(), goals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder process(List<String> observers, String... goals) throws IOException {
        Published.installInto(machine.localRepository());
        Files.createDirectories(machine.home());
        ProcessBuilder process = new ProcessBuilder(commandLine(goals))
                .directory(project.folder().toFile())
                .redirectErrorStream(true);
        process.environment().clear();
        process.environment().putAll(machine.environment());
        process.environment().putAll(environment);
        List<String> jvmOptions = new ArrayList<>(List.of("-Duser.home=" + machine.home()));
        jvmOptions.addAll(observers);
        // What a test asks of the JVM comes on top of what the harness does.
        process.environment().merge("MAVEN_OPTS", String.join(" ", jvmOptions), (asked, ours) -> ours + " " + asked);
        process.environment().keySet().removeAll(unset);
        return process;
    }

    private List<String> observers(Path log) throws IOException {
        List<String> all = new ArrayList<>(SHORT_LIVED);
        all.add(CoverageAgent.option());
        if (watched) {
            all.add(ProcessRecording.option(log));
        }
        return all;
    }

    private List<String> commandLine(String... goals) {
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(project.folder().toFile())
                .setMavenHome(version.home().toFile())
                .setBatchMode(true)
                .setNoTransferProgress(true)
                .setGlobalSettingsFile(SettingsFile.get().toFile())
                .setLocalRepositoryDirectory(machine.localRepository().toFile())
                .addArg("-Dpython-env.home=" + machine.store())
                .addArgs(options)
                .addArgs(List.of(goals));
        Path user = settings.orElseGet(() -> Settings.settings("user"));
        if (Files.exists(user)) {
            request.setUserSettingsFile(user.toFile());
        }
        try {
            // The invoker's own way to a command line, without its way to wait: some tests must not wait.
            Commandline commandLine = new MavenCommandLineBuilder().build(request);
            List<String> words = new ArrayList<>(sandbox);
            words.add(version.executable().toString());
            words.addAll(List.of(commandLine.getArguments()));
            return words;
        } catch (CommandLineConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
