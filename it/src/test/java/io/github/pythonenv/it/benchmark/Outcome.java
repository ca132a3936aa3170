package io.github.pythonenv.it.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Work that was done once.
 *
 * @param nanoseconds how long it took
 * @param output what it printed
 */
record Outcome(long nanoseconds, String output) {

    /** Runs a process from its start to its end; its output goes to a file. Fails if the process does. */
    static Outcome of(ProcessBuilder process, Path log) throws Exception {
        process.redirectErrorStream(true).redirectOutput(log.toFile());
        long start = System.nanoTime();
        int exitCode = process.start().waitFor();
        long nanoseconds = System.nanoTime() - start;
        String output = Files.readString(log);
        if (exitCode != 0) {
            throw new AssertionError(process.command() + " ended with " + exitCode + ":\n" + output);
        }
        return new Outcome(nanoseconds, output);
    }

    /** Both, one after the other. */
    Outcome and(Outcome next) {
        return new Outcome(nanoseconds + next.nanoseconds, output + next.output);
    }
}
