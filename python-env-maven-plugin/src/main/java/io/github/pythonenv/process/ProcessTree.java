package io.github.pythonenv.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process with all that it started. Once a parent is gone the system no longer says whose its children were, so they
 * are collected before anything is ended, and again before the second, harder attempt.
 */
final class ProcessTree {
    /** How long a program may tidy up after the polite request, and the system may take for the impolite one. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Set<ProcessHandle> members = new LinkedHashSet<>();

    private ProcessTree(ProcessHandle root) {
        members.add(root);
        collect();
    }

    static ProcessTree of(Process process) {
        return new ProcessTree(process.toHandle());
    }

    /** Ends all members and returns when they are gone, or after a few seconds if the system cannot end one. */
    void end() {
        childrenFirst().forEach(ProcessHandle::destroy);
        if (!awaitEnd()) {
            collect();
            childrenFirst().forEach(ProcessHandle::destroyForcibly);
            awaitEnd();
        }
    }

    /** Ends all members at once, without a chance to tidy up and without waiting. */
    void kill() {
        childrenFirst().forEach(ProcessHandle::destroyForcibly);
    }

    private void collect() {
        for (ProcessHandle member : members.toArray(ProcessHandle[]::new)) {
            member.descendants().forEach(members::add);
        }
    }

    /** A parent that outlives its child might start another one, but one that dies first would leave it unfound. */
    private Collection<ProcessHandle> childrenFirst() {
        Deque<ProcessHandle> reversed = new ArrayDeque<>();
        members.forEach(reversed::addFirst);
        return reversed;
    }

    private boolean awaitEnd() {
        CompletableFuture<?>[] ends =
                members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        boolean interrupted = false;
        long until = System.nanoTime() + GRACE.toNanos();
        try {
            while (true) {
                try {
                    CompletableFuture.allOf(ends).get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return true;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException | ExecutionException e) {
                    return members.stream().noneMatch(ProcessHandle::isAlive);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
