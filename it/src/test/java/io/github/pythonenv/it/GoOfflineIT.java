package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After {@code go-offline} a build needs no network, from nothing on the machine to a working environment. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class GoOfflineIT {

    /** Resolved on the way; and from locks, one of them of a project that is built. */
    @ParameterizedTest
    @CsvSource({"requirements,", "packages, pylock.toml", "uvlock, uv.lock"})
    void thenTheNetworkIsCut(String example, @Nullable String lock, Projects projects) {
        MavenProject project = projects.copy(example);
        if (lock != null) {
            project.maven()
                    .with("-Dpython-env.source=maven")
                    .with(lock.equals("uv.lock") ? new String[] {"-Dpython-env.uvProject=."} : new String[0])
                    .run("python-env:lock")
                    .succeeds();
            assertThat(project.file(lock)).isRegularFile();
            assertThat(project.file("python-env.lock")).isRegularFile();
        }
        Machine fresh = machine(projects);

        Build fetched = project.maven()
                .on(fresh)
                .with("-Dpython-env.source=maven")
                .run("python-env:go-offline")
                .succeeds();

        assertThat(fetched.lines())
                .filteredOn(line -> line.contains("Ready for -o: "))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).matches(".*, [1-9][0-9.]* [kM]B"))
                .anySatisfy(line -> assertThat(line).contains("CPython 3.14."))
                .anySatisfy(line -> assertThat(line).contains("uv 0."));
        assertThat(project.file(".venv")).doesNotExist();
        project.maven()
                .on(fresh)
                .with("-o", "-Dpython-env.source=maven")
                .in(Sandbox.withoutNetwork())
                .environment("CI", "true")
                .run("python-env:ensure")
                .succeeds();
        assertThat(project.venv().version("python-slugify")).startsWith("8.");
    }

    @Test
    void alsoForOtherMachines(Projects projects) {
        MavenProject project = projects.copy("requirements");
        Machine fresh = machine(projects);

        Build fetched = project.maven()
                .on(fresh)
                .with("-Dpython-env.source=maven", "-Dpython-env.platforms=linux-aarch64")
                .run("python-env:go-offline")
                .succeeds();

        assertThat(fetched.output())
                .containsPattern("CPython 3\\.14\\.\\d+ for linux-aarch64, .*, 28\\.\\d MB")
                .contains("The packages for linux-aarch64 were not fetched", "mvn python-env:lock");
        assertThat(fresh.store().resolve("tools")).isDirectoryContaining("glob:**/uv-*");
        assertThat(project.maven()
                        .on(fresh)
                        .with("-Dpython-env.source=maven", "-Dpython-env.platforms=linux-s390x")
                        .run("python-env:go-offline")
                        .fails()
                        .output())
                .contains("There is no Python 3 for linux-s390x", "linux-aarch64");
    }

    /** With a store and a cache of its own; artifacts as other tests fetched them. */
    private static Machine machine(Projects projects) {
        Machine shared = Machine.shared();
        return new Machine(
                shared.home(),
                shared.localRepository(),
                projects.folder().resolve("store"),
                projects.folder().resolve("uv cache"));
    }
}
