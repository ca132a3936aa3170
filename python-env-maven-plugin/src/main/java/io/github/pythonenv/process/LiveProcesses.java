package io.github.pythonenv.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The processes that run now, ended by one shutdown hook if the JVM exits before them. The hook is there only while
 * there are processes: a daemon that drops this plugin's class loader between builds is not held up by it.
 */
final class LiveProcesses {
    private final Set<Process> live = new HashSet<>();
    private @Nullable Thread hook;
    private boolean exiting;

    /** Adds a process; if the JVM is exiting already, it is ended at once. */
    synchronized Entry add(Process process) {
        if (live.isEmpty() && !exiting) {
            install();
        }
        if (exiting) {
            ProcessTree.of(process).kill();
        }
        live.add(process);
        return new Entry(process);
    }

    private synchronized void remove(Process process) {
        live.remove(process);
        if (live.isEmpty() && hook != null && !exiting) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
                hook = null;
            } catch (IllegalStateException e) {
                exiting = true;
            }
        }
    }

    private void install() {
        Thread thread = new Thread(this::endAll, "python-env ends child processes");
        try {
            Runtime.getRuntime().addShutdownHook(thread);
            hook = thread;
        } catch (IllegalStateException e) {
            exiting = true;
        }
    }

    private void endAll() {
        List<ProcessTree> trees = new ArrayList<>();
        synchronized (this) {
            exiting = true;
            live.forEach(process -> trees.add(ProcessTree.of(process)));
        }
        // Side by side: the JVM should not wait one grace period for each.
        List<Thread> threads = trees.stream()
                .map(tree -> new Thread(() -> tree.end(Processes.GRACE), "python-env ends one child process"))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                trees.forEach(ProcessTree::kill);
            }
        }
    }

    /** One process in the set, until it is closed. */
    final class Entry implements AutoCloseable {
        private final Process process;

        private Entry(Process process) {
            this.process = process;
        }

        @Override
        public void close() {
            remove(process);
        }
    }
}
