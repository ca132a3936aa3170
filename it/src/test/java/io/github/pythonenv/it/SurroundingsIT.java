package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a project lies and what lies around it: strange paths, folders in the way, variables that point elsewhere. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class SurroundingsIT {

    @ParameterizedTest
    @EnumSource(value = Maven.class, mode = EnumSource.Mode.EXCLUDE, names = "V3_10")
    void aPathWithSpacesAndLettersOfOtherLanguages(Maven maven, Projects projects) {
        MavenProject project = projects.copy("requirements", "Pröjekt mit Leerzeichen 日本");

        project.maven(maven).environment("LC_ALL", "C.UTF-8").run("validate").succeeds();

        assertThat(project.venv().run("slugify", "It Runs")).isEqualTo("it-runs");
    }

    @Test
    void variablesThatPointElsewhere(Projects projects) {
        MavenProject project = projects.copy("requirements");
        Path elsewhere = projects.folder().resolve("elsewhere");
        MavenRun run = project.maven();
        for (String variable : new String[] {
            "UV_PROJECT", "UV_PROJECT_ENVIRONMENT", "UV_WORKING_DIR", "UV_TARGET", "UV_PREFIX", "UV_PYTHON",
            "UV_PYTHON_INSTALL_DIR", "PIP_TARGET", "PIP_PREFIX", "PYTHONHOME", "PYTHONPATH", "PYTHONUSERBASE",
            "VIRTUAL_ENV", "CONDA_PREFIX"
        }) {
            run = run.environment(variable, elsewhere.toString());
        }
        for (String variable : new String[] {
            "UV_SYSTEM_PYTHON", "UV_FROZEN", "UV_NO_SYNC", "UV_NO_VERIFY_HASHES", "PIP_USER", "PIP_REQUIRE_VIRTUALENV"
        }) {
            run = run.environment(variable, "1");
        }

        run.run("validate").succeeds();

        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void aPinForOtherToolsDoesNotWinOverThePom(Projects projects) {
        MavenProject project = projects.copy("requirements").write(".python-version", "3.8\n");

        project.maven().run("validate").succeeds();

        assertThat(project.venv().python("import sys; print(sys.version_info >= (3, 12))"))
                .isEqualTo("True");
    }

    @Test
    void aFolderThatIsNoEnvironmentIsNotTouched(Projects projects) {
        MavenProject project = projects.copy("requirements").write(".venv/thesis.txt", "years of work");

        assertThat(project.maven().run("validate").fails().output()).contains(".venv");

        assertThat(project.read(".venv/thesis.txt")).isEqualTo("years of work");
    }

    @Test
    void anEnvironmentOfSomebodyElseIsKeptInTheBackup(Projects projects) {
        MavenProject project = projects.copy("requirements")
                .write(".venv/pyvenv.cfg", "home = /usr/bin\nversion = 3.9.2\n")
                .write(".venv/notes.txt", "by hand");

        project.maven().run("validate").succeeds();

        assertThat(project.venv().version("humanize")).isEqualTo("4.12.3");
        assertThat(project.file(".python-env/backup")).isDirectoryRecursivelyContaining("glob:**/notes.txt");
    }

    @ParameterizedTest
    @EnumSource(Maven.class)
    void quietMeansSilent(Maven maven, Projects projects) {
        MavenProject project = projects.copy("requirements");

        // Newer JVMs warn of what Maven's own libraries do; those are not Maven's log lines.
        assertThat(project.maven(maven).with("-q").run("validate").succeeds().lines())
                .filteredOn(line -> !line.startsWith("WARNING: ") && !line.isBlank())
                .isEmpty();
    }

    @Test
    void skipAndDryRunDoNothing(Projects projects) {
        MavenProject project = projects.copy("requirements");

        project.maven().with("-Dpython-env.skip").run("validate").succeeds();
        project.maven().with("-Dpython-env.dryRun").run("validate").succeeds();

        assertThat(project.file(".venv")).doesNotExist();
    }
}
