package io.github.pythonenv.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A process with all that it started. Once a parent is gone the system no longer says whose its children were, so they
 * are collected before it is ended.
 */
final class ProcessTree {
    private static final long PAUSE_MILLIS = 10;

    private final Set<ProcessHandle> members = new LinkedHashSet<>();

    private ProcessTree(ProcessHandle root) {
        members.add(root);
        collect();
    }

    static ProcessTree of(Process process) {
        return new ProcessTree(process.toHandle());
    }

    /**
     * Ends all members and returns when they are gone, or when the system cannot end one.
     *
     * @param grace how long they may tidy up after the polite request, and the system may take for the impolite one
     */
    void end(Duration grace) {
        fromTheRoot(ProcessHandle::destroy);
        if (!awaitEnd(grace)) {
            kill();
            awaitEnd(grace);
        }
    }

    /** Ends all members at once, without a chance to tidy up and without waiting. */
    void kill() {
        fromTheRoot(ProcessHandle::destroyForcibly);
    }

    private void collect() {
        for (ProcessHandle member : members.toArray(ProcessHandle[]::new)) {
            member.descendants().forEach(members::add);
        }
    }

    /** Parents first, or a script whose step is ended would start the next step, which nobody has collected. */
    private void fromTheRoot(Predicate<ProcessHandle> request) {
        Deque<ProcessHandle> waiting = new ArrayDeque<>(members);
        while (!waiting.isEmpty()) {
            ProcessHandle member = waiting.removeFirst();
            member.children().filter(members::add).forEach(waiting::addLast);
            // Already gone, or not ours to end: awaitEnd() finds out.
            boolean unused = request.test(member);
        }
    }

    /** Asks again and again: for processes that are not our own children, {@code onExit} looks every 300 ms only. */
    private boolean awaitEnd(Duration grace) {
        boolean interrupted = false;
        long until = System.nanoTime() + grace.toNanos();
        while (members.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < until) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return members.stream().noneMatch(ProcessHandle::isAlive);
    }
}
