package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Large libraries take the settings that are made for them. */
@ExtendWith(ProjectsOfTest.class)
@Tag("frameworks")
class FrameworksIT {

    /** XLA's pool of threads has as many as it was told, and the settings for GPUs are none that it refuses. */
    @Test
    void jax(Projects projects) {
        MavenProject project = projects.copy("tuning")
                .write("requirements.txt", "jax\n")
                .write("python-env.json", """
                        {
                          "optimization": {
                            "threading": {"max_workers": 1},
                            "cuda": {"memory_fraction": 0.5, "allow_growth": true, "tf32": false}
                          }
                        }
                        """)
                .write("show.py", """
                        import os
                        import jax.numpy
                        import jaxlib.xla_client
                        one = jax.numpy.ones((600, 600))
                        (one @ one).block_until_ready()
                        names = [open(f"/proc/self/task/{task}/comm").read() for task in os.listdir("/proc/self/task")]
                        print("threads of XLA:", sum(name.startswith("tf_XLAEigen") for name in names))
                        print("options:", sorted(jaxlib.xla_client.generate_pjrt_gpu_plugin_options().items()))
                        """);

        assertThat(project.maven()
                        .with("-Dpython-env.script=show.py")
                        .run("python-env:run")
                        .succeeds()
                        .output())
                .contains("threads of XLA: 1", "('memory_fraction', 0.5)", "('preallocate', False)");
    }
}
