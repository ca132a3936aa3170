package io.github.pythonenv.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A build that has been started and may be over. Its output is read all the time, as a terminal would. */
public final class RunningBuild {

    private final Process process;
    private final Path log;
    private final Thread reader;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    RunningBuild(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.reader = new Thread(this::read, "output of " + log.getFileName());
        reader.setDaemon(true);
        reader.start();
    }

    /** Maven's own process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Returns when a line with that text has come; fails when the build ends without one. */
    public RunningBuild awaitLine(String text) {
        line(text);
        return this;
    }

    /** Waits for the first line with that text; fails when the build ends without one. */
    public String line(String text) {
        lock.lock();
        try {
            while (true) {
                Optional<String> found =
                        lines.stream().filter(line -> line.contains(text)).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                if (ended) {
                    throw new AssertionError("The build ended without \"" + text + "\":\n" + String.join("\n", lines));
                }
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends Maven as {@code kill -9} does: it notices nothing, and its children live on. */
    public Build kill() {
        process.destroyForcibly();
        return awaitExit();
    }

    /** SIGINT is signal 2, the second bit of the mask in {@code SigIgn}; see proc_pid_status(5). */
    private static boolean interruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    /**
     * Ends Maven as Ctrl-C does. A shell starts what it puts into the background with that signal ignored, and so would
     * everything below be; SIGTERM ends a JVM by the same way then.
     */
    public Build interrupt() {
        try {
            int sent = new ProcessBuilder("kill", interruptIgnored() ? "-TERM" : "-INT", Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (sent != 0) {
                throw new AssertionError("The build was over before it could be interrupted.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
        return awaitExit();
    }

    /** Waits for its end and for the last of its output. */
    public Build await() {
        try {
            reader.join();
        } catch (InterruptedException e) {
            throw stopped(e);
        }
        return awaitExit();
    }

    /** Waits for its end; what children of a killed build still print is not waited for. */
    private Build awaitExit() {
        try {
            int exitCode = process.waitFor();
            lock.lock();
            try {
                return new Build(exitCode, List.copyOf(lines), log);
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private IllegalStateException stopped(InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private void read() {
        try (BufferedReader out = process.inputReader();
                var file = Files.newBufferedWriter(log)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                file.write(line);
                file.newLine();
                file.flush();
                add(line);
            }
        } catch (IOException e) {
            add("The output could not be read on: " + e);
        } finally {
            end();
        }
    }

    private void add(String line) {
        lock.lock();
        try {
            lines.add(line);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
