package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.RunningBuild;
import java.nio.file.Files;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** kill -9 at any moment: what stands at the target works, and the next run brings what was asked. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
@Tag("faults")
class KilledBuildIT {

    private static final int KILLS = Integer.getInteger("it.kills", 60);

    @Test
    void theOldOrTheNewEnvironmentWorks(Projects projects) {
        MavenProject project = projects.copy("requirements");
        ask(project, 0);
        project.maven().run("validate").succeeds();
        ask(project, 1);
        long began = System.nanoTime();
        project.maven().run("validate").succeeds();
        long whole = System.nanoTime() - began;

        long seed = Long.getLong("it.seed", System.nanoTime());
        System.out.println("KilledBuildIT: -Dit.seed=" + seed);
        Random random = new Random(seed);
        for (int kill = 2; kill < KILLS + 2; kill++) {
            ask(project, kill);
            RunningBuild build = project.maven().start("validate");
            // The moment is the input of this test; nothing is waited for.
            LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(300), whole));
            build.kill();

            assertThat(project.venv().version("humanize")).isIn(version(kill), version(kill - 1));
            project.maven().run("validate").succeeds();
            assertThat(project.venv().version("humanize")).isEqualTo(version(kill));
        }
        assertThat(project.file(".python-env/generations")).satisfies(folder -> {
            try (var generations = Files.list(folder)) {
                assertThat(generations).as("what killed builds left behind").hasSizeLessThanOrEqualTo(2);
            }
        });
    }

    private static void ask(MavenProject project, int kill) {
        project.write("requirements.txt", "humanize==" + version(kill) + "\npython-slugify==8.0.4\n");
    }

    private static String version(int kill) {
        return kill % 2 == 0 ? "4.12.3" : "4.12.2";
    }
}
