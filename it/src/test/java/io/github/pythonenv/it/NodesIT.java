package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Programs;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clusters of Dask and Ray, started from unpacked archives, run the project's code with the numpy of the node's own. */
@ExtendWith(ProjectsOfTest.class)
@Tag("engines")
class NodesIT {

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void workersOfDaskAreProgramsOfTheArchive(Projects projects) throws IOException {
        MavenProject project = packed(projects, "distributed==2026.8.0");
        project.write("client.py", """
                import readings
                from distributed import Client

                with Client(scheduler_file="cluster.json") as client:
                    client.wait_for_workers(2)
                    for answer in client.run(readings.answer, range(250)).values():
                        print(answer)
                    client.shutdown()
                """);
        Path one = node(project, "one");
        Path other = node(project, "other");

        String file = project.file("cluster.json").toString();
        start(one, "bin/dask", "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", file);
        for (Path node : List.of(one, other)) {
            start(node, "bin/dask", "worker", "--scheduler-file", file, "--local-directory", node + "-scratch");
        }

        assertThat(client(project)).containsExactlyInAnyOrder(answer(one), answer(other));
    }

    @Test
    void workersOfRayRunOnTheNodesOwnInterpreterOrTheJobs(Projects projects) throws IOException {
        MavenProject project = packed(projects, "ray==2.60.0");
        project.write("client.py", """
                import sys
                import ray
                import readings

                job = {"py_executable": sys.argv[2]} if sys.argv[2:] else {}
                ray.init(address=sys.argv[1], log_to_driver=False, runtime_env=job)
                print(ray.get(ray.remote(readings.answer).remote(range(250))))
                """);
        Path one = node(project, "one");
        Path other = node(project, "other");
        // It makes sockets in it, whose paths must be short.
        Path scratch = Files.createTempDirectory("ray");
        String port = freePort();

        Process head = start(
                one,
                "bin/ray",
                "start",
                "--head",
                "--block",
                "--node-ip-address=127.0.0.1",
                "--port=" + port,
                "--num-cpus=2",
                "--object-store-memory=100000000",
                "--include-dashboard=false",
                "--disable-usage-stats",
                "--temp-dir=" + scratch);
        awaitLine(head, "Ray runtime started");

        String address = "127.0.0.1:" + port;
        assertThat(client(project, address)).endsWith(answer(one));
        assertThat(client(project, address, other.resolve("bin/python").toString()))
                .endsWith(answer(other));
    }

    private static MavenProject packed(Projects projects, String engine) {
        MavenProject project = projects.copy("requirements");
        String pom = project.read("pom.xml");
        project.write("pom.xml", pom.replace("<goal>ensure</goal>", "<goal>package</goal>"))
                .write("requirements.txt", engine + "\nnumpy==2.5.5\n")
                .write("src/main/python/readings.py", """
                        import sys
                        import numpy

                        def answer(values):
                            return f"{numpy.mean(list(values))} by {numpy.__file__} of {sys.prefix}"
                        """);
        project.maven().run("package").succeeds();
        return project;
    }

    /** A folder that the archive is unpacked to, as it would be on a machine of the cluster. */
    private static Path node(MavenProject project, String name) throws IOException {
        Path node = Files.createDirectories(project.folder().resolveSibling(name));
        try (Stream<Path> files = Files.list(project.file("target"))) {
            Path archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
            Programs.run(node, List.of("/bin/sh", "-c", "PATH=/usr/bin:/bin exec tar xzf " + archive));
            return node.toRealPath();
        }
    }

    private static String answer(Path node) throws IOException {
        try (Stream<Path> files = Files.list(node.resolve("lib"))) {
            Path library = files.filter(file -> file.getFileName().toString().startsWith("python3."))
                    .findFirst()
                    .orElseThrow();
            return "124.5 by " + library.resolve("site-packages/numpy/__init__.py") + " of " + node;
        }
    }

    private Process start(Path node, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(node.resolve(program).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(node.toFile());
        // Nothing of Maven's or the builder's.
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        Process process = builder.redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    /** What the job prints that the project's own environment submits. */
    private static List<String> client(MavenProject project, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/env",
                "PYTHONPATH=" + project.file("src/main/python"),
                project.file(".venv/bin/python").toString(),
                "client.py"));
        command.addAll(List.of(arguments));
        return Programs.run(project.folder(), command).lines().toList();
    }

    private static void awaitLine(Process process, String text) throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) {
                return;
            }
        }
        throw new AssertionError("it ended before it said: " + text);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
