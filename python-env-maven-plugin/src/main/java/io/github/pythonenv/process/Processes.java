package io.github.pythonenv.process;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts programs and waits for them. A program is ended with all its children when its deadline passes, when the
 * waiting thread is interrupted and when the JVM exits (Ctrl-C too).
 */
public final class Processes {
    private static final AtomicLong STARTED = new AtomicLong();
    private static final LiveProcesses LIVE = new LiveProcesses();

    /** How long a program that is ended may tidy up. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private final Duration grace;
    private final @Nullable Consumer<Usage> ended;

    public Processes() {
        this(GRACE);
    }

    Processes(Duration grace) {
        this.grace = grace;
        this.ended = null;
    }

    /** @param ended is told, when a program has ended, what it took; called by the thread that waited for it */
    public Processes(Consumer<Usage> ended) {
        this.grace = GRACE;
        this.ended = ended;
    }

    /** How many programs have been started through this class since it was loaded, by any instance. */
    public static long started() {
        return STARTED.get();
    }

    /**
     * Runs a program with nothing on its standard input and collects its output.
     *
     * @throws UserFailure if it cannot be started, its deadline passes or this thread is interrupted
     */
    public Completed run(Command command) {
        return run(command, line -> {}, line -> {});
    }

    /**
     * Runs a program as {@link #run(Command)} does and hands each line over as it comes. The two consumers are called
     * from two threads.
     */
    public Completed run(Command command, Consumer<String> outLine, Consumer<String> errLine) {
        RecentLines out = new RecentLines();
        RecentLines err = new RecentLines();
        int exitCode = supervise(
                command,
                ProcessBuilder.Redirect.PIPE,
                new LineSplitter(out.andThen(outLine)),
                new LineSplitter(err.andThen(errLine)));
        return new Completed(exitCode, out.lines(), err.lines());
    }

    /**
     * Runs a program that reads our standard input, and hands each line over as it comes; nothing is kept.
     *
     * @return its exit code
     */
    public int stream(Command command, Consumer<String> outLine, Consumer<String> errLine) {
        return supervise(
                command, ProcessBuilder.Redirect.INHERIT, new LineSplitter(outLine), new LineSplitter(errLine));
    }

    /**
     * Runs a program that reads our standard input, and passes its bytes to {@link System#out} and {@link System#err}
     * as they come, so that a question without a line break is seen. It goes through these two because Maven and test
     * frameworks capture them; an inherited file descriptor would get past them.
     *
     * @return its exit code
     */
    public int stream(Command command) {
        return supervise(
                command, ProcessBuilder.Redirect.INHERIT, new PassThrough(System.out), new PassThrough(System.err));
    }

    private int supervise(Command command, ProcessBuilder.Redirect input, OutputSink out, OutputSink err) {
        Process process = start(command, input);
        try (LiveProcesses.Entry entry = LIVE.add(process)) {
            OutputReader outReader = OutputReader.start(process.getInputStream(), out, command.program());
            OutputReader errReader = OutputReader.start(process.getErrorStream(), err, command.program());
            if (ProcessBuilder.Redirect.PIPE.equals(input)) {
                closeInput(process);
            }
            if (!await(process, command)) {
                ProcessTree.of(process).end(grace);
                throw new DeadlinePassed(command);
            }
            outReader.finish(grace);
            errReader.finish(grace);
            return process.exitValue();
        } catch (InterruptedException e) {
            ProcessTree.of(process).end(grace);
            Thread.currentThread().interrupt();
            throw new UserFailure(
                    command.program() + " was stopped: the build was cancelled.", "Run the build again.", e);
        } catch (RuntimeException | Error e) {
            ProcessTree.of(process).end(grace);
            throw e;
        }
    }

    /** Whether it ended before its deadline. Where nobody wants to know what it takes, nobody looks. */
    private boolean await(Process process, Command command) throws InterruptedException {
        if (ended == null) {
            return process.waitFor(TimeUnit.NANOSECONDS.convert(command.deadline()), TimeUnit.NANOSECONDS);
        }
        Meter meter = new Meter(process, ProcFiles.SYSTEM);
        boolean inTime = meter.await(command.deadline());
        ended.accept(meter.usage(command.program()));
        return inTime;
    }

    private static Process start(Command command, ProcessBuilder.Redirect input) {
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(command.directory().toFile())
                .redirectInput(input);
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        try {
            Process process = ProcessStart.start(builder);
            STARTED.incrementAndGet();
            return process;
        } catch (IOException e) {
            throw ProcessStart.failure(command, e);
        }
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It ended before we closed: nothing is left to close.
        }
    }
}
