package example.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Submits the Python job to a cluster on this machine: a JobManager and a TaskManager, each a process of its own. */
public final class SubmitJob {

    private final Path flink;
    private final Path logs;

    private SubmitJob(Path flink, Path logs) {
        this.flink = flink;
        this.logs = logs;
    }

    /**
     * @param arguments the folder of Flink; the Python that runs the main file; the main file; the archive that workers
     *     run; a folder for logs
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SubmitJob here = new SubmitJob(Path.of(arguments[0]), Files.createDirectories(Path.of(arguments[4])));
        List<Process> cluster = new ArrayList<>();
        try {
            cluster.add(here.start("jobmanager.sh", "start-foreground"));
            cluster.add(here.start("taskmanager.sh", "start-foreground", "-Dtaskmanager.numberOfTaskSlots=2"));
            int exit = here.program(
                            "flink",
                            "run",
                            "--pyClientExecutable", arguments[1],
                            "--python", arguments[2],
                            // Every TaskManager unpacks it, under the name behind the #.
                            "--pyArchives", arguments[3] + "#environment",
                            "--pyExecutable", "environment/bin/python")
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("The job failed with " + exit + "; see above, and " + arguments[4]);
            }
        } finally {
            for (Process process : cluster) {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private Process start(String name, String... arguments) throws IOException {
        return program(name, arguments)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(name + ".log").toFile())
                .start();
    }

    private ProcessBuilder program(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(flink.resolve("bin").resolve(name).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Else it logs into the environment, and writes into the folder for temporary files what it is to stop.
        builder.environment().put("FLINK_LOG_DIR", logs.toString());
        builder.environment().put("FLINK_PID_DIR", logs.toString());
        return builder;
    }
}
