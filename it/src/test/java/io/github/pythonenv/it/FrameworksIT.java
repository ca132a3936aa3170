package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
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

        assertThat(shown(project.maven()))
                .contains("threads of XLA: 1", "('memory_fraction', 0.5)", "('preallocate', False)");
    }

    /** Torch counts its threads as told, and its allocator knows each key of its variable, and would not know others. */
    @Test
    void torch(Projects projects) {
        MavenProject project = projects.copy("tuning")
                .write("requirements.txt", "torch\n")
                .write("python-env.json", """
                        {
                          "optimization": {
                            "applyAtStartup": true,
                            "threading": {"max_workers": 1},
                            "cuda": {
                              "memory_fraction": 0.5, "allow_growth": true, "tf32": false,
                              "allocator": {"max_split_size_mb": 128}
                            }
                          }
                        }
                        """)
                .write("show.py", """
                        import os
                        import torch
                        print("threads:", torch.get_num_threads())
                        settings = os.environ["PYTORCH_ALLOC_CONF"]
                        torch._C._accelerator_setAllocatorSettings(settings)
                        print("accepted:", settings)
                        try:
                            torch._C._accelerator_setAllocatorSettings("nonsense:1")
                        except (RuntimeError, ValueError):
                            print("nonsense refused")
                        """);

        assertThat(shown(project.maven()))
                .contains("threads: 1", "accepted: expandable_segments:True,max_split_size_mb:128", "nonsense refused");
    }

    /** TensorFlow's pool, whose threads have no name of their own, has one thread less than where it is told of two. */
    @Test
    void tensorFlow(Projects projects) {
        MavenProject project = projects.copy("tuning")
                .write("requirements.txt", "tensorflow\n")
                .write("python-env.json", """
                        {
                          "optimization": {
                            "threading": {"max_workers": 1},
                            "cuda": {"memory_fraction": 0.5, "allow_growth": true}
                          }
                        }
                        """)
                .write("count.py", """
                        import os
                        import tensorflow
                        one = tensorflow.ones((600, 600))
                        (one @ one).numpy()
                        print(len(os.listdir("/proc/self/task")))
                        """)
                .write("show.py", """
                        import os, subprocess, sys
                        def threads(number):
                            environment = os.environ | {"TF_NUM_INTRAOP_THREADS": number}
                            return int(subprocess.check_output([sys.executable, "count.py"], env=environment))
                        told = os.environ["TF_NUM_INTRAOP_THREADS"]
                        print("more with two:", threads("2") - threads(told))
                        print("growth:", os.environ["TF_FORCE_GPU_ALLOW_GROWTH"])
                        """);

        assertThat(shown(project.maven().with("-Dpython-env.pythonVersion=3.13")))
                .contains("more with two: 1", "growth: true");
    }

    private static String shown(MavenRun maven) {
        return maven.with("-Dpython-env.script=show.py")
                .run("python-env:run")
                .succeeds()
                .output();
    }
}
