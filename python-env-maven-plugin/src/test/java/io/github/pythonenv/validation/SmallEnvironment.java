package io.github.pythonenv.validation;

import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.packages.RealUv;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.Trees;
import io.github.pythonenv.tuning.Accelerator;
import io.github.pythonenv.tuning.AcceleratorDetection;
import io.github.pythonenv.tuning.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A real environment of made-up packages in a project of its own, made without a network, to be broken by a test. */
final class SmallEnvironment implements AutoCloseable {

    private final RealUv uv;
    private final Path folder;
    private final Path project;
    private final Path wheels;
    private final Map<String, String> variables;
    private final List<String> requirements = new ArrayList<>();
    private Map<String, String> tuning = Map.of();
    private EarlierFigures earlier = EarlierFigures.NONE;
    private Supplier<Detection> detection =
            () -> AcceleratorDetection.ofThisMachine(host().platform()).fromFiles();
    private Optional<Path> builder;
    private String python = "";
    private ValidationSettings settings = ValidationSettings.USUAL;

    SmallEnvironment(RealUv uv) throws IOException {
        this.uv = uv;
        this.folder = Files.createTempDirectory("python-env-test").toRealPath();
        this.project = Files.createDirectory(folder.resolve("it's a project, ä 日本"));
        this.wheels = Files.createDirectory(folder.resolve("wheels"));
        this.variables = new TreeMap<>(RealUv.variables());
        this.builder = Optional.of(uv.uv().executable());
        variables.put("UV_FIND_LINKS", wheels.toString());
        variables.put("UV_NO_INDEX", "1");
        variables.put("UV_CACHE_DIR", folder.resolve("cache").toString());
    }

    /** With a package, which is asked for by name. */
    SmallEnvironment with(TestWheel wheel, String requirement) {
        wheel.writeTo(wheels);
        requirements.add(requirement);
        return this;
    }

    /** With a package that another one needs. */
    SmallEnvironment with(TestWheel wheel) {
        wheel.writeTo(wheels);
        return this;
    }

    SmallEnvironment variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    SmallEnvironment tuned(Map<String, String> values) {
        tuning = values;
        return this;
    }

    SmallEnvironment earlier(EarlierFigures figures) {
        earlier = figures;
        return this;
    }

    /** On a machine that has that, whatever this one has. */
    SmallEnvironment computingWith(Accelerator accelerator) {
        detection = () -> new Detection(accelerator, List.of());
        return this;
    }

    /** With another Python asked for than the one that it was built on. */
    SmallEnvironment asking(String version) {
        python = version;
        return this;
    }

    SmallEnvironment builtBy(Path other) {
        builder = Optional.of(other);
        return this;
    }

    SmallEnvironment settings(ValidationSettings other) {
        settings = other;
        return this;
    }

    SmallEnvironment build() throws IOException {
        Files.write(project.resolve("requirements.txt"), requirements);
        EnvironmentReport report = environments().bring(request(), Goal.PACKAGES);
        if (report.standing().isEmpty()) {
            throw new AssertionError(report);
        }
        return this;
    }

    /** Moves it to a copy of its runtime, whose files may be deleted; no other may be changed. */
    Path onRuntimeOfItsOwn() throws IOException {
        Path home = uv.provided().runtime().home();
        Path copy = copiedRuntime();
        for (String file : List.of(".python-env-state.properties", "pyvenv.cfg")) {
            Path path = directory().resolve(file);
            Files.writeString(path, Files.readString(path).replace(home.toString(), copy.toString()));
        }
        Path python = layout().python();
        Path target = Files.readSymbolicLink(python);
        Files.delete(python);
        Files.createSymbolicLink(python, copy.resolve(home.relativize(target)));
        return copy;
    }

    /** The same runtime in another folder, its files shared. */
    Path copiedRuntime() throws IOException {
        Path home = uv.provided().runtime().home();
        Path copy = folder.resolve("another runtime");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(home.relativize(file));
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else if (Files.isSymbolicLink(file)) {
                    Files.createSymbolicLink(target, Files.readSymbolicLink(file));
                } else {
                    Files.createLink(target, file);
                }
            }
        }
        return copy;
    }

    /** The file that keeps what the requirements were resolved to. */
    Path resolution() {
        return environments().examine(request()).resolution();
    }

    /** Runs the checks that are selected; all but those that measure unless anything is. */
    SuiteReport validate(String... checks) {
        ValidationSettings chosen = new ValidationSettings(
                checks.length == 0 ? List.of("!performance", "!gpu") : List.of(checks),
                settings.failOn(),
                settings.userChecks(),
                settings.modules(),
                settings.notImported(),
                settings.slower(),
                settings.sources(),
                settings.unimported());
        return new Validation(subject(chosen)).run(result -> {});
    }

    BenchmarkReport benchmark(int rounds) {
        return new Benchmark(subject(settings)).run(rounds);
    }

    private Subject subject(ValidationSettings chosen) {
        return new Subject(
                environments().examine(request()),
                host(),
                Map.copyOf(variables),
                tuning,
                detection,
                builder,
                earlier,
                chosen,
                new Processes());
    }

    Path project() {
        return project;
    }

    Path directory() {
        return project.resolve(".venv");
    }

    VenvLayout layout() {
        return new VenvLayout(directory(), false);
    }

    Path sitePackages() {
        return layout().sitePackages(uv.provided().runtime().version().series());
    }

    SitePackages installed() {
        return new SitePackages(sitePackages(), layout().bin());
    }

    /** Calls uv as somebody would who changes the environment by hand. */
    void uv(String... arguments) {
        List<String> line = new ArrayList<>(List.of(uv.uv().executable().toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--python", layout().python().toString()));
        Completed completed = new Processes().run(new Command(line, project, variables, Duration.ofMinutes(2)));
        if (!completed.succeeded()) {
            throw new AssertionError(line + " failed: " + completed.err());
        }
    }

    EnvironmentRequest request() {
        Asked asked = Asked.in(project).requirements(project.resolve("requirements.txt"));
        return (python.isEmpty() ? asked : asked.python(python)).request();
    }

    private Environments environments() {
        return new Environments(new Toolbox(host(), uv.provided().store(), uv.provided()::supplies, event -> {}));
    }

    private Host host() {
        Host here = Host.current();
        return new Host(here.platform(), here.osVersion(), Map.copyOf(variables), here.userHome());
    }

    @Override
    public void close() throws IOException {
        Trees.delete(folder);
    }
}
