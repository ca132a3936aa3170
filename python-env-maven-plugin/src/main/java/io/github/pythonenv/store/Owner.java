package io.github.pythonenv.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from a later one that gets the same number.
 *
 * @param machine what numbers processes: the running kernel and the container; empty where that cannot be told
 * @param pid its number
 * @param start when it started, in a unit that does not change while it runs
 */
public record Owner(String machine, long pid, String start) {
    private static final Path PROC = Path.of("/proc");
    private static final int START_FIELD = 22;

    public static Owner current() {
        long pid = ProcessHandle.current().pid();
        return new Owner(currentMachine(), pid, start(pid).orElse(""));
    }

    /** Reads {@link #note()}; nothing if that is something else. */
    public static Optional<Owner> parse(String note) {
        String[] parts = note.strip().split(" ", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new Owner(parts[2], Long.parseLong(parts[0]), parts[1]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public String note() {
        return pid + " " + start + " " + machine + "\n";
    }

    /** True if we can know whether it runs: a process of another container or computer we do not see. */
    public boolean visible() {
        return machine.equals(currentMachine());
    }

    /** True if it runs, or may run; asked of a visible one only. */
    public boolean running() {
        return start(pid)
                .map(now -> now.isEmpty() || start.isEmpty() || now.equals(start))
                .orElse(false);
    }

    private static String currentMachine() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip()
                    + "/"
                    + Files.readSymbolicLink(PROC.resolve("self/ns/pid"));
        } catch (IOException e) {
            return "";
        }
    }

    /** Nothing if there is no such process; empty if the system does not say when it started. */
    private static Optional<String> start(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> ticks(pid)
                        .or(() -> process.info().startInstant().map(Instant::toString))
                        .orElse(""));
    }

    /**
     * Linux, in ticks since the boot (proc(5), field 22). The JDK makes a time of day of them, which is another one
     * whenever somebody sets the clock.
     */
    private static Optional<String> ticks(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            // The second field, the name in parentheses, may hold anything.
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(afterName[START_FIELD - 3]);
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
