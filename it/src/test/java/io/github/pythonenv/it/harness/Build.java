package io.github.pythonenv.it.harness;

import java.nio.file.Path;
import java.util.List;

/**
 * A build that is over.
 *
 * @param exitCode Maven's
 * @param lines what it printed, standard output and error together
 * @param log the same in a file beside the project
 */
public record Build(int exitCode, List<String> lines, Path log) {

    /** All that it printed. */
    public String output() {
        return String.join("\n", lines);
    }

    /** Fails the test if the build failed. */
    public Build succeeds() {
        if (exitCode != 0) {
            throw new AssertionError("The build failed with " + exitCode + ":\n" + output());
        }
        return this;
    }

    /** Fails the test if the build succeeded, or if Maven did not even get to say that it failed. */
    public Build fails() {
        if (exitCode == 0 || lines.stream().noneMatch(line -> line.contains("BUILD FAILURE"))) {
            throw new AssertionError("The build was to fail, and ended with " + exitCode + ":\n" + output());
        }
        return this;
    }

    /** The command lines of the processes that it started, if it was {@link MavenRun#watchingProcesses()}. */
    public List<String> processes() {
        return ProcessRecording.read(log);
    }
}
