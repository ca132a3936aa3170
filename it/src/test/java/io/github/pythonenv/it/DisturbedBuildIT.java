package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.RunningBuild;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A build that fails, is stopped or meets another one leaves an environment that works, the old or the new one. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class DisturbedBuildIT {

    @Test
    void aFailingInstallLeavesTheOldEnvironment(Projects projects) {
        MavenProject project = projects.copy("requirements");
        project.maven().run("validate").succeeds();
        Object before = project.venv().identity();

        project.write("requirements.txt", "humanize==4.12.3\nno-such-package-of-anyone==1\n");
        Build build = project.maven().run("validate").fails();

        assertThat(build.output()).contains("no-such-package-of-anyone");
        assertThat(project.venv().identity()).isEqualTo(before);
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");

        project.write("requirements.txt", "humanize==4.12.2\n");
        project.maven().run("validate").succeeds();
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.2");
    }

    @Test
    void twoBuildsOfOneProject(Projects projects) {
        MavenProject project = projects.copy("requirements");

        RunningBuild one = project.maven().start("validate");
        RunningBuild other = project.maven().start("validate");
        one.await().succeeds();
        other.await().succeeds();

        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
        Build third = project.maven().watchingProcesses().run("validate").succeeds();
        assertThat(third.processes()).isEmpty();
    }

    @Test
    void interruptedLeavesNoChildAndNoEnvironment(Projects projects) throws IOException {
        MavenProject project = projects.copy("slow-to-build");
        project.write(
                "requirements.txt",
                "native-part @ " + project.file("native-part").toUri() + "\n");
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            project.write("native-part/port", Integer.toString(listener.getLocalPort()));
            RunningBuild build = project.maven().start("validate");
            // Or else a build that ends before would be waited for without end.
            CompletableFuture<Void> unused = build.process().onExit().thenRun(() -> close(listener));
            try (Socket begun = listener.accept()) {
                build.interrupt();

                // The connection ends with the process: its number, and then no word that it lives on.
                assertThat(linesOf(begun)).hasSize(1);
            }
        }
        assertThat(project.file(".venv")).doesNotExist();
    }

    private static void close(ServerSocket listener) {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesOf(Socket socket) throws IOException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }
}
