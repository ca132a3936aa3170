package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Programs;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Settings reach real libraries: in goals that run programs, in activated shells, in files for others, at start-up. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class TuningIT {

    private static final String POOLS = "pools {'blas': 1, 'openmp': 1} numexpr 1 joblib 1";

    @Test
    void whereverProgramsAreStarted(Projects projects) {
        MavenProject project = projects.copy("tuning");

        Build run = project.maven()
                .with("-Dpython-env.script=src/main/python/show.py")
                .run("python-env:run")
                .succeeds();
        assertThat(run.output()).contains(POOLS, "gc (50000, 20) faults True", "trim 131072 unbuffered True");

        // Each with its reason.
        project.maven()
                .with("-Dpython-env.outputFile=" + project.file("info.json"))
                .run("python-env:info")
                .succeeds();
        JsonNode tuning = PublishedSchema.read("info-1.0", project.read("info.json"))
                .get("environments")
                .get(0)
                .get("tuning");
        assertThat(tuning.get("settings")
                        .valueStream()
                        .map(one -> one.get("name").asString() + " "
                                + one.get("value").asString() + " "
                                + one.get("reason").asString() + " "
                                + one.get("by").asString()))
                .contains(
                        "OMP_NUM_THREADS 1 threading.max_workers variable",
                        "MALLOC_TRIM_THRESHOLD_ 131072 memory.malloc_trim_threshold variable",
                        "gc.set_threshold 50000, 20, 20 memory.gc_threshold startup");

        // By itself, as an IDE starts it.
        assertThat(project.venv()
                        .run("python", project.file("src/main/python/show.py").toString()))
                .contains(POOLS, "gc (50000, 20) faults True", "trim None");
        assertThat(project.venv().python("import os; print(os.environ['OMP_PROC_BIND'])"))
                .isEqualTo("close");

        assertThat(Programs.run(
                        project.folder(),
                        List.of("sh", "-c", ". .venv/bin/activate && echo $OMP_NUM_THREADS $PYTHONHASHSEED")))
                .contains("1 7");
        assertThat(Programs.run(
                        project.folder(),
                        List.of(
                                "sh",
                                "-c",
                                "PYTHON_ENV_TUNING=off .venv/bin/python -c"
                                        + " \"import os; print(os.environ.get('OMP_NUM_THREADS'))\"")))
                .contains("None");
        assertThat(project.read(".venv/tuning.env"))
                .contains("# threading.max_workers\nOMP_NUM_THREADS=1\n", "MALLOC_ARENA_MAX=2\n");
    }

    @Test
    void whatTheUserSetStays(Projects projects) {
        MavenProject project = projects.copy("tuning");

        assertThat(project.maven()
                        .environment("OMP_NUM_THREADS", "2")
                        .environment("CUDA_VISIBLE_DEVICES", "all")
                        .with("-Dpython-env.script=src/main/python/show.py")
                        .run("python-env:run")
                        .succeeds()
                        .output())
                .contains("'openmp': 2}", "CUDA_VISIBLE_DEVICES is 'all'");
    }
}
