package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.pythonenv.cleaning.Backup;
import io.github.pythonenv.cleaning.Finding;
import io.github.pythonenv.cleaning.Findings;
import io.github.pythonenv.cleaning.Removed;
import io.github.pythonenv.cleaning.Spared;
import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.configuration.Settings;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Inspection;
import io.github.pythonenv.environment.SampleState;
import io.github.pythonenv.image.Digest;
import io.github.pythonenv.image.Image;
import io.github.pythonenv.image.ImageFormat;
import io.github.pythonenv.image.ImagePlatform;
import io.github.pythonenv.image.ImageReference;
import io.github.pythonenv.image.Images;
import io.github.pythonenv.image.Layer;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.packaging.ImageReport;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.registry.Inventory;
import io.github.pythonenv.registry.Registry;
import io.github.pythonenv.runtime.Health;
import io.github.pythonenv.runtime.InPlaceRuntime;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.tuning.Contradiction;
import io.github.pythonenv.tuning.Setting;
import io.github.pythonenv.tuning.Tuning;
import io.github.pythonenv.tuning.Withheld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals write for scripts is what the published schemas say. */
class OutputSchemasTest {

    @TempDir
    Path project;

    private EnvironmentRequest request;

    @BeforeEach
    void prepare() {
        request = Asked.in(project).named("docs").request();
    }

    @Test
    void check() throws IOException {
        for (Inspection.Status status : Inspection.Status.values()) {
            Inspection inspection =
                    new Inspection(request.directory(), status, Optional.of(SampleState.get()), List.of("one", "two"));
            assertThat(faults("check", InspectionText.data(Map.of(request, inspection))))
                    .isEmpty();
        }
        assertThat(faults("check", Map.of("environments", List.of()))).isNotEmpty();
    }

    @Test
    void list() throws IOException {
        assertThat(faults("list", EnvironmentList.data(List.of(row(true), row(false)))))
                .isEmpty();
        assertThat(faults("list", Map.of("environments", List.of(Map.of("environment", "a")))))
                .isNotEmpty();
    }

    @Test
    void info() throws IOException {
        Settings said = new PomDeclarations(Path.of("project"))
                .read(Said.inPom("<pythonVersion>3.14</pythonVersion>").parameters())
                .shared();
        ProjectMojo.Requested asked =
                new ProjectMojo.Requested(new ConfiguredEnvironment("docs", said, false, false), request, false);

        Tuning tuning = new Tuning(
                List.of(
                        new Setting.Variable("OMP_NUM_THREADS", "4", "4 cores", List.of()),
                        new Setting.AtStartup(Setting.Action.GC_THRESHOLD, "700,10", "memory.gc_threshold")),
                List.of(new Withheld("MKL_NUM_THREADS", "4", "the user has set it to 8")),
                List.of(new Contradiction("Both are set.", "Keep one.")),
                Map.of());
        EnvironmentInfo info = new EnvironmentInfo(
                asked,
                row(true),
                Optional.of(new AcceleratorText("auto", Optional.of("cpu"), "There is no GPU here.")),
                Optional.of(tuning),
                RunsText.of(List.of(), Budgets.NONE));
        EnvironmentInfo notMade = new EnvironmentInfo(
                asked,
                row(false),
                Optional.of(new AcceleratorText("cuda", Optional.empty(), "There is no GPU here.")),
                Optional.empty(),
                RunsText.of(List.of(), Budgets.NONE));

        Map<String, Object> data = Map.of("store", "/store", "environments", List.of(info.data(), notMade.data()));

        assertThat(faults("info", data)).isEmpty();
        assertThat(notMade.data()).doesNotContainKey("tuning");
        assertThat(TuningText.evidence(tuning))
                .extracting(one -> one.label() + " " + one.text())
                .containsExactly(
                        "why OMP_NUM_THREADS 4: 4 cores",
                        "why gc.set_threshold 700,10: memory.gc_threshold",
                        "why not MKL_NUM_THREADS 4: the user has set it to 8",
                        "tuning Both are set. Keep one.");
        assertThat(info.lines().stream().map(line -> line.strip().replaceAll(" +", " ")))
                .containsSubsequence(
                        "accelerator auto: wheels for cpu: There is no GPU here.",
                        "programs in it get:",
                        "OMP_NUM_THREADS 4 4 cores",
                        "gc.set_threshold 700,10 memory.gc_threshold",
                        "not MKL_NUM_THREADS 4 the user has set it to 8",
                        "Both are set. Keep one.");
    }

    @Test
    void runtimes() throws IOException {
        Store store = new Store(project.resolve("store"));
        Path executable = Files.createFile(project.resolve("python3.14"));
        new Registry(store, Clock.systemUTC(), event -> {})
                .checked(
                        InPlaceRuntime.of(
                                Source.SYSTEM, new PythonVersion(3, 14, 3), "linux-x86_64", project, executable),
                        Health.GOOD);
        Inventory inventory = new Inventory(Host.current(), store, Clock.systemUTC(), new Processes(), event -> {});

        assertThat(faults("runtimes", RuntimesText.data("list", inventory.list())))
                .isEmpty();
        assertThat(faults("runtimes", RuntimesText.data("default", inventory.prefer("3.14"))))
                .isEmpty();
        assertThat(RuntimesText.table(inventory.list())).anyMatch(line -> line.startsWith("* system-3.14.3-"));
        assertThat(faults("runtimes", Map.of("runtimes", List.of()))).isNotEmpty();
    }

    @Test
    void clean() throws IOException {
        Path venv = project.resolve("venv");
        Finding finding = new Finding(venv, List.of("bin/python"), 60, 1000, Instant.EPOCH, false);
        Findings findings = new Findings(List.of(finding), List.of(new Spared(project, "is a link")));
        Removed removed = new Removed(finding, Optional.of(new Backup(project.resolve("a.tar.gz"), "0".repeat(64))));
        Clock clock = Clock.fixed(Instant.EPOCH.plusSeconds(90_000), ZoneOffset.UTC);

        CleaningText done = new CleaningText(project, false, findings, List.of(removed), List.of(venv), clock);
        CleaningText dry = new CleaningText(project, true, findings, List.of(), List.of(), clock);

        assertThat(faults("clean", done.data())).isEmpty();
        assertThat(faults("clean", dry.data())).isEmpty();
        assertThat(faults("clean", Map.of("found", List.of()))).isNotEmpty();
        assertThat(done.lines())
                .contains(
                        "  venv  1.0 kB, 1 day old, sure to 60 %: bin/python",
                        "      kept in " + project.resolve("a.tar.gz"));
        assertThat(dry.lines()).last().asString().startsWith("Nothing was changed. -Dpython-env.force");
    }

    @Test
    void image() throws IOException {
        Digest digest = new Digest("0".repeat(64));
        Layer layer = new Layer("packages", Layer.Packing.GZIP, project, digest, digest, 1_000);
        Image image = new Image(new ImagePlatform("linux", "amd64"), "{}", List.of(layer));
        Images images = new Images(new ImageReference("app", "1"), List.of(image));
        ImageText text =
                new ImageText("", "docs", new ImageReport(project, 1_200, ImageFormat.OCI, images, List.of("a.txt")));

        assertThat(faults("image", Map.of("images", List.of(text.data())))).isEmpty();
        assertThat(faults("image", Map.of("images", List.of(Map.of("name", "app")))))
                .isNotEmpty();
        assertThat(text.lines().get(0)).contains("1.2 kB, image app:1");
        assertThat(text.lines().get(1)).startsWith("  linux/amd64: packages 1.0 kB, ID sha256:44136fa3");
        assertThat(text.warnings()).hasSize(1);
    }

    private EnvironmentList.Row row(boolean made) {
        return new EnvironmentList.Row(
                request, Optional.of("Documentation"), true, made ? Optional.of(SampleState.get()) : Optional.empty());
    }

    private static Set<ValidationMessage> faults(String goal, Map<String, ?> data) throws IOException {
        Path schema = Path.of("..", "docs", "schemas", goal + "-1.0.schema.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(schema))
                .validate(DataOutput.json(data), InputFormat.JSON);
    }
}
