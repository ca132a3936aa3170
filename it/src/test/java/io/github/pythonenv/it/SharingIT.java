package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Uv;
import io.github.pythonenv.it.harness.Venv;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Modules that share an environment, and modules that only seem to. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class SharingIT {

    @Test
    void membersOfAUvWorkspaceShareTheOneAtItsRoot(Projects projects) {
        MavenProject project = projects.copy("uv-workspace");
        Uv.get().lock(project);

        project.maven().with("-T2").run("validate").succeeds();

        assertThat(project.venv().python("import drawing; print(drawing.caption(100))"))
                .isEqualTo("a square of 10,000");
        assertThat(project.file("packages/shapes/.venv")).doesNotExist();
        assertThat(project.file("packages/drawing/.venv")).doesNotExist();
        // From a member alone, nothing of the others goes.
        Object shared = project.venv().identity();
        new MavenProject(project.file("packages/shapes"))
                .maven()
                .run("validate")
                .succeeds();
        assertThat(project.venv().identity()).isEqualTo(shared);
    }

    @Test
    void membersOfAUvWorkspaceWithOneEach(Projects projects) {
        MavenProject project = projects.copy("uv-workspace");
        Uv.get().lock(project);

        project.maven()
                .with("-Dpython-env.memberEnvironment", "--projects", "packages/shapes,packages/drawing")
                .run("validate")
                .succeeds();

        Venv shapes = new Venv(project.file("packages/shapes/.venv"));
        Venv drawing = new Venv(project.file("packages/drawing/.venv"));
        assertThat(shapes.python("import importlib.util as u; print(u.find_spec('drawing'), u.find_spec('iniconfig'))"))
                .isEqualTo("None None");
        assertThat(drawing.python("import drawing; print(drawing.caption(3))")).isEqualTo("a square of 9");
    }

    @Test
    void differentInputsForOneFolder(Projects projects) {
        MavenProject project = projects.copy("reactor-inherited");
        String folder = projects.folder().resolve("one").toString();
        project.write("docs-only/requirements.txt", "iniconfig==2.1.0\n");

        String output = project.maven()
                .with("-Dpython-env.directory=" + folder)
                .run("validate")
                .fails()
                .output();

        assertThat(output).contains("Two modules ask for different environments", "docs-only", "with-python");
    }
}
