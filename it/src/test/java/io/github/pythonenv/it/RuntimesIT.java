package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Sandbox;
import io.github.pythonenv.it.harness.Venv;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Interpreters out of the catalogue: several in one build, and one on a machine that lacks libraries. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class RuntimesIT {

    @Test
    void threeVersionsSideBySide(Projects projects) {
        MavenProject project = projects.copy("matrix");

        String output = project.maven().run("verify").succeeds().output();

        assertThat(output).contains("readings 1,234,567 on 3.12.", "on 3.13.", "on 3.14.");
        for (String series : new String[] {"3.12", "3.13", "3.14"}) {
            Venv venv = new Venv(project.file(".venv-py" + series.replace(".", "")));
            assertThat(venv.python("import sys; print('%d.%d' % sys.version_info[:2])"))
                    .isEqualTo(series);
        }
        Build again = project.maven().with("-o").run("verify").succeeds();
        assertThat(again.output()).contains("on 3.12.", "on 3.13.", "on 3.14.").doesNotContain("CreatingVirtualEnv");
    }

    @Test
    void aMachineWithoutLibraries(Projects projects) {
        MavenProject project = projects.copy("requirements");
        Sandbox bare = Sandbox.withoutLibraries(Path.of("/usr/lib/x86_64-linux-gnu"), "libffi", "libbz2", "libsqlite3");

        Build build = project.maven()
                .on(Machine.shared().withStore(projects.folder().resolve("store")))
                .with("-Dpython-env.pythonVersion=3.14", "-Dpython-env.source=maven")
                .in(bare)
                .run("python-env:provision")
                .succeeds();

        // ctypes has its libffi with it; the others come from the machine, and are named with what they want.
        assertThat(build.lines())
                .filteredOn(line -> line.contains("works, but without"))
                .singleElement()
                .asString()
                .contains("bz2", "libbz2.so.1.0", "sqlite3", "libsqlite3.so.0")
                .doesNotContain("ctypes");
    }
}
