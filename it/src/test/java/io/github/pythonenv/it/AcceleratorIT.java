package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Uv;
import io.github.pythonenv.it.index.LocalIndex;
import io.github.pythonenv.it.index.TinyWheel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An environment has the wheels of PyTorch for its accelerator: from indexes shaped like PyTorch's, and from locks. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network") // for uv and the runtime
class AcceleratorIT {

    private LocalIndex ordinary;
    private LocalIndex cpu;
    private LocalIndex cuda;

    @BeforeEach
    void indexes(@TempDir Path wheels) throws IOException {
        TinyWheel.write(wheels.resolve("ordinary"), "trainer", "1.0", "torch");
        TinyWheel.write(wheels.resolve("ordinary"), "torch", "2.15.0", "nvidia-cublas");
        TinyWheel.write(wheels.resolve("ordinary"), "nvidia-cublas", "13.1");
        TinyWheel.write(wheels.resolve("cpu"), "torch", "2.14.0+cpu");
        TinyWheel.write(wheels.resolve("cu126"), "torch", "2.14.0+cu126", "nvidia-cublas");
        ordinary = LocalIndex.http(wheels.resolve("ordinary"));
        cpu = LocalIndex.http(wheels.resolve("cpu"));
        cuda = LocalIndex.http(wheels.resolve("cu126"));
    }

    @AfterEach
    void close() {
        ordinary.close();
        cpu.close();
        cuda.close();
    }

    @Test
    void requirements(Projects projects) {
        MavenProject project = projects.copy("accelerator");

        maven(project).with("-Dpython-env.accelerator=cpu").run("validate").succeeds();
        assertThat(torch(project)).isEqualTo("2.14.0+cpu");
        assertThat(packages(project)).noneMatch(name -> name.startsWith("nvidia"));

        assertThat(maven(project)
                        .with("-Dpython-env.accelerator=cuda-12.6")
                        .run("validate")
                        .succeeds()
                        .output())
                .contains("the configuration changed", "Wheels of PyTorch are those for cu126");
        assertThat(torch(project)).isEqualTo("2.14.0+cu126");
        assertThat(packages(project)).anyMatch(name -> name.startsWith("nvidia_cublas"));
    }

    @Test
    void whatThisMachineHas(Projects projects) {
        assumeFalse(Files.exists(Path.of("/proc/driver/nvidia/version")), "this machine has a GPU");
        MavenProject project = projects.copy("accelerator");

        maven(project).run("validate").succeeds();
        assertThat(torch(project)).isEqualTo("2.14.0+cpu");

        assertThat(maven(project).watchingProcesses().run("validate").succeeds().processes())
                .as("processes of an up-to-date build")
                .isEmpty();
        assertThat(maven(project).run("python-env:info").succeeds().output())
                .contains("accelerator auto: wheels for cpu: ");
        // What was found is what was asked for: nothing changed.
        assertThat(maven(project)
                        .with("-Dpython-env.accelerator=cpu")
                        .run("validate")
                        .succeeds()
                        .output())
                .contains("is up to date");
    }

    @Test
    void aLock(Projects projects) {
        MavenProject project = projects.copy("accelerator")
                .write("pyproject.toml", """
                [project]
                name = "model"
                version = "1"
                requires-python = ">=3.12"
                [project.optional-dependencies]
                cpu = ["torch"]
                cu126 = ["torch"]
                [tool.uv]
                conflicts = [[{ extra = "cpu" }, { extra = "cu126" }]]
                [tool.uv.sources]
                torch = [{ index = "cpu", extra = "cpu" }, { index = "cu126", extra = "cu126" }]
                [[tool.uv.index]]
                url = "%s"
                default = true
                [[tool.uv.index]]
                name = "cpu"
                url = "%s"
                explicit = true
                [[tool.uv.index]]
                name = "cu126"
                url = "%s"
                explicit = true
                """.formatted(ordinary.url(), cpu.url(), cuda.url()));
        Uv.get().lock(project);

        project.maven().with("-Dpython-env.accelerator=cpu").run("validate").succeeds();
        assertThat(torch(project)).isEqualTo("2.14.0+cpu");
        project.maven()
                .with("-Dpython-env.accelerator=cuda-12.6")
                .run("validate")
                .succeeds();
        assertThat(torch(project)).isEqualTo("2.14.0+cu126");
        assertThat(project.maven()
                        .with("-Dpython-env.accelerator=cuda-13.0")
                        .run("validate")
                        .fails()
                        .output())
                .contains("is locked for cpu, cu126, and not for cuda-13.0 (cu130)", "Add an extra cu130");
    }

    private MavenRun maven(MavenProject project) {
        return project.maven()
                .with(
                        "-Dpython-env.indexUrl=" + ordinary.url(),
                        "-Dpython-env.torchIndexes.cpu=" + cpu.url(),
                        "-Dpython-env.torchIndexes.cu126=" + cuda.url());
    }

    private static String torch(MavenProject project) {
        return project.venv().version("torch");
    }

    private static List<String> packages(MavenProject project) {
        return project.venv()
                .python("import sysconfig, os; print('\\n'.join(os.listdir(sysconfig.get_path('purelib'))))")
                .lines()
                .toList();
    }
}
