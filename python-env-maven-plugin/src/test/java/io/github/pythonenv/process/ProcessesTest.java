package io.github.pythonenv.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With programs that every Unix has; what Windows does differently is up to its JDK. */
@DisabledOnOs(OS.WINDOWS)
class ProcessesTest {
    private static final Duration AMPLE = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Processes processes = new Processes();

    @TempDir
    Path folder;

    @Test
    void collectsBothOutputsAndTheExitCode() {
        Completed completed = processes.run(shell("echo out; echo err >&2; echo more; exit 3"));

        assertThat(completed).isEqualTo(new Completed(3, List.of("out", "more"), List.of("err")));
        assertThat(completed.succeeded()).isFalse();
        assertThat(processes.run(shell("true")).succeeded()).isTrue();
    }

    @Test
    void handsLinesOverAsTheyCome() {
        List<String> out = new CopyOnWriteArrayList<>();
        List<String> err = new CopyOnWriteArrayList<>();
        processes.run(shell("echo a; echo b; echo c >&2"), out::add, err::add);

        assertThat(out).containsExactly("a", "b");
        assertThat(err).containsExactly("c");
    }

    @Test
    void readsUtf8() {
        assertThat(processes
                        .run(shell("printf 'gr\\303\\266\\303\\237er \\360\\237\\220\\215'"))
                        .out())
                .containsExactly("größer 🐍");
    }

    /** Each is far more than a pipe holds: reading one after the other would never end. */
    @Test
    void readsMuchOutputOnBothStreams() {
        Completed completed = processes.run(shell("yes out | head -n 200000 >&2; yes err | head -n 200000"));

        assertThat(completed.out()).hasSize(200_000);
        assertThat(completed.err()).hasSize(200_000);
    }

    @Test
    void givesNothingToRead() {
        assertThat(processes.run(shell("cat"))).isEqualTo(new Completed(0, List.of(), List.of()));
    }

    @Test
    void givesTheVariablesOfTheCommandAndNoOthers() {
        Command command = new Command(List.of("/usr/bin/env"), folder, Map.of("ONLY", "this one"), AMPLE);

        assertThat(processes.run(command).out()).containsExactly("ONLY=this one");
    }

    @Test
    void startsInTheFolderOfTheCommand() throws IOException {
        assertThat(processes.run(shell("pwd -P")).out())
                .containsExactly(folder.toRealPath().toString());
    }

    @Test
    void countsWhatItStarts() {
        long before = Processes.started();
        processes.run(shell("true"));
        processes.stream(shell("true"));

        // Other tests may run beside this one.
        assertThat(Processes.started()).isGreaterThanOrEqualTo(before + 2);
    }

    @Test
    void streamsLines() {
        List<String> lines = new CopyOnWriteArrayList<>();
        int exitCode = processes.stream(shell("echo a; printf b; exit 7"), lines::add, lines::add);

        assertThat(exitCode).isEqualTo(7);
        assertThat(lines).containsExactly("a", "b");
    }

    @Test
    void passesBytesThroughUnchanged() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PassThrough sink = new PassThrough(new PrintStream(bytes, false, StandardCharsets.ISO_8859_1));
        sink.take("Name? \u00e9\r".getBytes(StandardCharsets.UTF_8), 9);

        assertThat(bytes.toByteArray()).isEqualTo("Name? \u00e9\r".getBytes(StandardCharsets.UTF_8));
        sink.end();
    }

    @Test
    void saysThatAProgramIsNotThere() {
        Command command = new Command(List.of(folder + "/nothing"), folder, Map.of(), AMPLE);

        assertThatThrownBy(() -> processes.run(command))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(folder + "/nothing")
                .hasMessageContaining("no such program");
    }

    @Test
    void saysThatItsFolderIsNotThere() {
        Command command = new Command(List.of("/bin/sh"), folder.resolve("gone"), Map.of(), AMPLE);

        assertThatThrownBy(() -> processes.run(command))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("working folder " + folder.resolve("gone"));
    }

    @Test
    void saysThatAFileIsNoProgram() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "#!/bin/sh\n");

        assertThatThrownBy(() -> processes.run(new Command(List.of(file.toString()), folder, Map.of(), AMPLE)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("does not allow it");
    }

    @Test
    void endsAProgramAtItsDeadline() {
        Command command = new Command(List.of("/bin/sleep", "86399"), folder, Map.of(), Duration.ofMillis(1));

        assertThatThrownBy(() -> processes.run(command))
                .isInstanceOf(UserFailure.class)
                .hasMessage("/bin/sleep was stopped: it had not ended after 1 millisecond.");
        assertThat(running("86399")).isEmpty();
    }

    @Test
    void anInterruptEndsTheWholeTreeAndIsKept() {
        List<Long> pids = new CopyOnWriteArrayList<>();
        Thread runner = Thread.currentThread();

        assertThatThrownBy(() -> processes.run(
                        shell("sleep 86398 & echo $$; echo $!; echo ready; wait"),
                        line -> {
                            if (line.equals("ready")) {
                                runner.interrupt();
                            } else {
                                pids.add(Long.parseLong(line));
                            }
                        },
                        line -> {}))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("cancelled");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(pids).hasSize(2).noneMatch(ProcessesTest::alive);
    }

    /** It ignores the polite request, and so does its child. */
    @Test
    void endsWhatDoesNotWantToEnd() {
        List<Long> pids = new CopyOnWriteArrayList<>();
        Thread runner = Thread.currentThread();
        String stubborn = "trap '' TERM; (echo child; sleep 86397) & echo $$; echo $!; wait; wait; sleep 86397";

        assertThatThrownBy(() -> new Processes(SHORT)
                        .run(
                                shell(stubborn),
                                line -> {
                                    if (line.equals("child")) {
                                        return;
                                    }
                                    pids.add(Long.parseLong(line));
                                    if (pids.size() == 2) {
                                        runner.interrupt();
                                    }
                                },
                                line -> {}))
                .isInstanceOf(UserFailure.class);
        assertThat(Thread.interrupted()).isTrue();
        pids.forEach(ProcessesTest::awaitEnd);
        assertThat(pids).hasSize(2).noneMatch(ProcessesTest::alive);
    }

    @Test
    void doesNotWaitForADaemonThatKeepsTheOutputOpen() {
        Completed completed = new Processes(SHORT).run(shell("sleep 86396 & echo $!"));
        ProcessHandle daemon =
                ProcessHandle.of(Long.parseLong(completed.out().get(0))).orElseThrow();

        assertThat(completed.exitCode()).isZero();
        assertThat(daemon.isAlive()).isTrue();
        daemon.destroyForcibly();
    }

    @Test
    void aConsumerThatFailsDoesNotHangTheProgram() {
        assertThatThrownBy(() -> processes.run(
                        shell("yes | head -n 100000"),
                        line -> {
                            throw new IllegalStateException("consumer");
                        },
                        line -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("consumer");
    }

    /** Linux says "text file busy" then; we try again for a while before we say so. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhyAProgramOpenForWritingDoesNotStart() throws IOException {
        Path program = Files.copy(Path.of("/bin/sh"), folder.resolve("program"));
        Command command = new Command(List.of(program.toString(), "-c", "exit 5"), folder, Map.of(), AMPLE);
        try (SeekableByteChannel open = Files.newByteChannel(program, StandardOpenOption.WRITE)) {
            assertThatThrownBy(() -> processes.run(command))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("Text file busy");
            assertThat(open.isOpen()).isTrue();
        }
        assertThat(processes.run(command).exitCode()).isEqualTo(5);
    }

    private Command shell(String script) {
        return new Command(List.of("/bin/sh", "-c", script), folder, Map.of("PATH", "/usr/bin:/bin"), AMPLE);
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void awaitEnd(long pid) {
        ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    }

    private static List<String> running(String argument) {
        return ProcessHandle.current()
                .descendants()
                .flatMap(child -> child.info().commandLine().stream())
                .filter(line -> line.contains(argument))
                .toList();
    }
}
