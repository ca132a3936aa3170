package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.environment.EnvironmentReport.Built;
import io.github.pythonenv.environment.EnvironmentReport.UpToDate;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happened to an environment, one build is enough: a real interpreter, and a program in uv's place. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(ProvidedRuntime.Resolver.class)
class PlanExecutionTest {

    /** Something that happens to an environment or its inputs. */
    private interface Event {
        void happens() throws IOException;
    }

    // Not JUnit's, which warns of every link to the interpreter that it deletes.
    private Path folder;

    private Path requirements;
    private EnvironmentRequest request;
    private Environments environments;
    private VenvLayout venv;
    private String series;

    @BeforeEach
    void prepare(ProvidedRuntime provided) throws IOException {
        folder = Files.createTempDirectory("python-env-test");
        Path project = Files.createDirectory(folder.resolve("project"));
        requirements = Files.writeString(project.resolve("requirements.txt"), "one\n");
        request = Asked.in(project)
                .with(StandInUv.in(folder))
                .requirements(requirements)
                .request();
        environments = new Environments(
                new Toolbox(Host.current(), provided.store(), provided::supplies, ProgressListener.SILENT));
        venv = new VenvLayout(request.directory(), false);
        series = provided.runtime().version().series();
    }

    @AfterEach
    void cleanUp() throws IOException {
        Trees.delete(folder);
    }

    @Test
    void oneBuildIsEnoughWhateverHappened() throws IOException {
        settles(Built.class, () -> {});
        settles(Built.class, () -> Files.writeString(requirements, "one\ntwo\n"));
        settles(Built.class, () -> Trees.delete(venv.sitePackages(series).resolve("two")));
        settles(Built.class, () -> Files.delete(venv.python()));
        settles(Built.class, () -> Files.delete(request.directory().resolve(StateFile.NAME)));
        settles(Built.class, () -> Trees.delete(request.directory()));
        settles(UpToDate.class, () -> Trees.delete(request.project().resolve(".python-env")));
        settles(Built.class, () -> {
            Trees.delete(request.directory());
            Files.createDirectory(request.directory());
        });
        settles(Built.class, () -> Files.writeString(request.directory().resolve(StateFile.NAME), "schema=1\n"));
    }

    /**
     * @param made what the next build comes to, with which all is as it should be
     */
    private void settles(Class<? extends EnvironmentReport> made, Event event) throws IOException {
        event.happens();
        EnvironmentReport first = environments.bring(request, Goal.PACKAGES);
        Map<String, String> before = Listing.of(request.project());
        long started = Processes.started();

        assertThat(first).isInstanceOf(made);
        assertThat(environments.plan(request, Goal.PACKAGES))
                .isInstanceOfSatisfying(
                        EnvironmentReport.Planned.class,
                        planned -> assertThat(planned.steps()).isEmpty());
        assertThat(environments.bring(request, Goal.PACKAGES)).isInstanceOf(UpToDate.class);
        assertThat(Listing.of(request.project())).isEqualTo(before);
        assertThat(Processes.started()).isEqualTo(started);
    }
}
