package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.RunningBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many processes on one project and one store: one does the work, the others find it done. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
@Tag("faults")
class CrowdIT {

    private static final int PROCESSES = 16;

    @Test
    void oneBuildsAndAllHaveIt(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements");
        Path store = projects.folder().resolve("store");
        MavenRun maven = project.maven()
                .on(Machine.shared().withStore(store))
                .environment("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m");
        // Maven's own plugins; its local repository is not what is tried.
        maven.run("python-env:runtimes").succeeds();

        String building = "Building " + project.file(".venv") + ": ";

        List<Build> first = crowd(maven);

        assertThat(first).allSatisfy(Build::succeeds);
        assertThat(first).filteredOn(build -> has(build, building)).hasSize(1);
        assertThat(first).filteredOn(build -> has(build, " is up to date: ")).hasSize(PROCESSES - 1);
        assertThat(first).filteredOn(build -> has(build, "Waiting for ")).isNotEmpty();
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
        assertThat(folders(store.resolve("runtimes"))).hasSize(1);
        assertThat(folders(store.resolve("tools"))).hasSize(1);
        assertThat(folders(store.resolve("staging"))).isEmpty();

        project.write("requirements.txt", "humanize==4.12.2\n");
        List<Build> second = crowd(maven);

        assertThat(second).allSatisfy(Build::succeeds);
        assertThat(second).filteredOn(build -> has(build, building)).hasSize(1);
        assertThat(second).filteredOn(build -> has(build, " is up to date: ")).hasSize(PROCESSES - 1);
        assertThat(project.venv().version("humanize")).isEqualTo("4.12.2");
        assertThat(project.read(".python-env/journal/.venv.log").lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("built generation 1, "))
                .anyMatch(line -> line.contains("built generation 2, "));
        assertThat(folders(project.file(".python-env/generations/.venv"))).hasSize(1);
    }

    private static List<Build> crowd(MavenRun maven) {
        List<RunningBuild> running = new ArrayList<>();
        for (int one = 0; one < PROCESSES; one++) {
            running.add(maven.start("validate"));
        }
        return running.stream().map(RunningBuild::await).toList();
    }

    private static boolean has(Build build, String text) {
        return build.lines().stream().anyMatch(line -> line.contains(text));
    }

    /** What lies in a folder, without notes of owners and locks. */
    private static List<String> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .toList();
        }
    }
}
