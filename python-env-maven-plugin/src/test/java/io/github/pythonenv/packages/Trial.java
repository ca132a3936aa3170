package io.github.pythonenv.packages;

import io.github.pythonenv.process.Background;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.Networks;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A project of its own, with a home and a cache of uv of its own, into whose environments packages are installed. */
final class Trial implements AutoCloseable {

    private final RealUv uv;
    private final Path folder;
    private final Path project;
    private final Map<String, String> variables = new TreeMap<>();
    private final Queue<ProgressEvent> events = new ConcurrentLinkedQueue<>();
    private InstallSettings settings = new InstallSettings(
            Optional.empty(), List.of(), Optional.empty(), false, false, false, Duration.ofMinutes(5));
    private int environments;

    Trial(RealUv uv) throws IOException {
        this.uv = uv;
        // A link to the folder (macOS has one) would make paths in messages differ.
        this.folder = Files.createTempDirectory("python-env-test").toRealPath();
        this.project = Files.createDirectory(folder.resolve("a project, ä 日本"));
        variables.put("PATH", System.getenv("PATH"));
        variables.put("HOME", Files.createDirectory(folder.resolve("home")).toString());
        variables.put("UV_CACHE_DIR", folder.resolve("cache").toString());
        variables.put("UV_HTTP_RETRIES", "0");
    }

    Trial index(String url) {
        return variable("UV_DEFAULT_INDEX", url);
    }

    Trial variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Trial without(String name) {
        variables.remove(name);
        return this;
    }

    Trial offline(boolean offline) {
        settings = new InstallSettings(
                settings.indexUrl(), List.of(), Optional.empty(), false, offline, false, settings.deadline());
        return this;
    }

    Trial upgrade(boolean upgrade) {
        settings = new InstallSettings(
                settings.indexUrl(), List.of(), Optional.empty(), false, false, upgrade, settings.deadline());
        return this;
    }

    Trial settings(InstallSettings changed) {
        settings = changed;
        return this;
    }

    Trial locks(LockSettings locks) {
        settings = settings.with(locks);
        return this;
    }

    Trial emptyCache() throws IOException {
        Trees.delete(folder.resolve("cache"));
        return this;
    }

    Path project() {
        return project;
    }

    Path home() {
        return folder.resolve("home");
    }

    Path file(String name, String... lines) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.write(file, List.of(lines));
    }

    /** The file that keeps resolutions. */
    Path resolution() {
        return folder.resolve("state/resolution.txt");
    }

    Requirements requirements(String file) {
        return new Requirements(project, List.of(project.resolve(file)), List.of(), List.of());
    }

    Requirements packages(String... packages) {
        return new Requirements(project, List.of(), List.of(packages), List.of());
    }

    /** Installs into a new environment. */
    Installed install(PackageInputs inputs) throws IOException {
        environments++;
        Path directory = Files.createDirectory(folder.resolve("environment " + environments));
        Installer installer = installer();
        Background<Path> created = installer.create(directory, "trial");
        try {
            installer.install(inputs, directory, Scrutiny.SIZES);
        } finally {
            created.settle();
        }
        return new Installed(
                new VenvLayout(directory, false),
                uv.provided().runtime().version().series());
    }

    /** Fetches what another machine will install. */
    boolean fetch(PackageInputs inputs, String platform) throws IOException {
        environments++;
        Path directory = Files.createDirectory(folder.resolve("environment " + environments));
        Installer installer = installer();
        Background<Path> created = installer.create(directory, "trial");
        try {
            return installer.fetch(inputs, directory, platform);
        } finally {
            created.settle();
        }
    }

    /** Locks packages. */
    PackageLocker locker() {
        return installer().locker();
    }

    /** Asks for known vulnerabilities. */
    PackageAudit audit() {
        return installer().audit();
    }

    private Installer installer() {
        return new Installer(
                uv.uv(),
                uv.provided().runtime().executable(),
                uv.provided().runtime().version().toString(),
                project,
                variables,
                settings,
                new TorchPages(Networks::impatient, folder.resolve("indexes"), settings.offline()),
                resolution(),
                "linux-x86_64",
                new Processes(),
                events::add);
    }

    /** Calls uv as a developer would. */
    String uv(Path where, String... arguments) {
        List<String> line = new ArrayList<>(List.of(uv.uv().executable().toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--python", uv.provided().runtime().executable().toString()));
        Completed completed = run(line, where);
        if (!completed.succeeded()) {
            throw new AssertionError(line + " failed: " + completed.err());
        }
        return String.join("\n", completed.out());
    }

    Completed run(List<String> line, Path where) {
        return new Processes().run(new Command(line, where, variables, Duration.ofMinutes(5)));
    }

    /** All texts that were told, the debug log among them. */
    List<String> told() {
        return events.stream().map(Object::toString).toList();
    }

    List<String> warnings() {
        return events.stream()
                .filter(ProgressEvent.Warning.class::isInstance)
                .map(event -> ((ProgressEvent.Warning) event).text())
                .toList();
    }

    /** Every file under the folder where resolutions are kept, with its contents. */
    String kept() throws IOException {
        StringBuilder text = new StringBuilder();
        try (var files = Files.walk(resolution().resolveSibling(""))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(file).append('\n').append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        Trees.delete(folder);
    }

    /** What is in an environment. */
    record Installed(VenvLayout layout, String series) {

        SitePackages sitePackages() {
            return new SitePackages(layout.sitePackages(series), layout.bin());
        }

        /** Names and versions, such as {@code one==1.0}. */
        List<String> packages() {
            return sitePackages().packages().stream()
                    .map(one -> one.name() + "==" + one.version())
                    .toList();
        }
    }
}
