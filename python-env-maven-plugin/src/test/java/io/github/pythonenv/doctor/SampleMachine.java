package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Logins;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxies;
import io.github.pythonenv.download.Trust;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.packages.InstallSettings;
import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.ArtifactResolver;
import io.github.pythonenv.runtime.Catalogue;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.MavenArtifact;
import io.github.pythonenv.runtime.Supplies;
import io.github.pythonenv.store.Disks;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.tuning.MachineFiles;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.Evidence;
import io.github.pythonenv.validation.FailOn;
import io.github.pythonenv.validation.UserCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine on which all is well, to be spoilt by a test. Its file system is a folder, so much of it is real. */
final class SampleMachine {

    private final Path folder;
    private final Map<String, String> variables = new TreeMap<>();
    private final List<EnvironmentRequest> wanted = new ArrayList<>();
    private final List<URI> repositories = new ArrayList<>();
    private Libc libc = new Libc.Glibc(2, 36);
    private Path store;
    private Path project;
    private Optional<Path> realStore = Optional.empty();
    private MachineFiles files;
    private Disks disks = place -> Optional.of(new Disks.Disk("the disk", 50_000_000_000L));
    private Optional<UserFailure> misconfigured = Optional.empty();
    private boolean offline = true;
    private List<UserCheck> commands = List.of();
    private List<String> packages = List.of();
    private Clock clock = Clock.systemUTC();

    SampleMachine(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        this.store = this.folder.resolve("store");
        this.files = new MachineFiles(this.folder.resolve("root"));
        this.project = this.folder.resolve("project");
        Files.createDirectories(project);
        Files.createDirectories(this.folder.resolve("home"));
        variables.put("PATH", "");
        file("/etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n");
        file("/proc/meminfo", "MemTotal:       65536000 kB\nMemFree:         1000 kB\nMemAvailable:   32768000 kB\n");
        file("/proc/self/status", "Name:\tjava\nCpus_allowed_list:\t0-3\n");
        file("/proc/self/limits", "Limit\nMax open files            1048576              1048576              files\n");
        file("/proc/cpuinfo", "processor : 0\nflags : fpu sse2 pni ssse3 cx16 sse4_1 sse4_2 popcnt lahf_lm avx2\n");
    }

    Path project() {
        return project;
    }

    SampleMachine project(Path other) {
        project = other;
        return this;
    }

    Path folder() {
        return folder;
    }

    /** A file of the kernel or the system, by its path on a machine. */
    SampleMachine file(String path, String text) {
        try {
            Path file = folder.resolve("root").resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleMachine files(MachineFiles others) {
        files = others;
        return this;
    }

    SampleMachine libc(Libc other) {
        libc = other;
        return this;
    }

    SampleMachine variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    SampleMachine store(Path other) {
        store = other;
        return this;
    }

    /** With the runtimes of a store that is only looked into. */
    SampleMachine with(Store other) {
        realStore = Optional.of(other.home());
        return this;
    }

    SampleMachine disks(Disks others) {
        disks = others;
        return this;
    }

    SampleMachine wanting(EnvironmentRequest request) {
        wanted.add(request);
        return this;
    }

    SampleMachine wanting(Asked asked) {
        return wanting(asked.request());
    }

    /** With an environment whose packages are installed in that way. */
    SampleMachine wanting(InstallSettings settings) {
        EnvironmentRequest asked = Asked.in(project()).packages("humanize").request();
        return wanting(new EnvironmentRequest(
                asked.name(),
                asked.project(),
                asked.directory(),
                asked.runtime(),
                asked.lock(),
                asked.inputs(),
                asked.uv(),
                settings,
                asked.swap(),
                asked.retention(),
                asked.tuning(),
                asked.variables(),
                asked.force()));
    }

    /** How packages are installed where they come from an index. */
    static InstallSettings fromIndex(String index) {
        return new InstallSettings(
                Optional.of(index), List.of(), Optional.empty(), false, false, false, Duration.ofMinutes(1));
    }

    SampleMachine repository(URI uri) {
        repositories.add(uri);
        return this;
    }

    SampleMachine offline() {
        offline = true;
        return this;
    }

    SampleMachine misconfigured(UserFailure failure) {
        misconfigured = Optional.of(failure);
        return this;
    }

    SampleMachine online() {
        offline = false;
        return this;
    }

    SampleMachine commands(UserCheck... checks) {
        commands = List.of(checks);
        return this;
    }

    SampleMachine packages(String... names) {
        packages = List.of(names);
        return this;
    }

    SampleMachine at(Clock other) {
        clock = other;
        return this;
    }

    /** The results of the checks that are named, or of all. */
    List<CheckResult> results(String... checks) {
        return report(checks).results();
    }

    DoctorReport report(String... checks) {
        Host host = new Host(
                new Platform(OperatingSystem.LINUX, Architecture.X86_64, libc),
                "6.1.0",
                variables,
                folder.resolve("home"));
        Store own = realStore.map(other -> new Store(store, other)).orElseGet(() -> new Store(store));
        Network network = new Network(Proxies.of(List.of(), variables), Logins.NONE, Trust.of(variables));
        Supplies supplies = new Supplies(Catalogue.builtIn(), new NoArtifacts(), () -> network, MachinePythons.none());
        List<Wanted> all = wanted.stream()
                .map(request -> new Wanted(request, new Toolbox(host, own, () -> supplies, ProgressListener.SILENT)))
                .toList();
        Path scratch = folder.resolve("scratch");
        try {
            Files.createDirectories(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Examination examination = new Examination(
                host,
                files,
                disks,
                own,
                new Store(scratch, realStore.orElse(store)),
                project(),
                all,
                misconfigured,
                () -> network,
                repositories,
                offline,
                new DoctorSettings(List.of(checks), FailOn.ERROR, commands, packages),
                new Processes());
        return new Doctor(examination, clock).run(result -> {});
    }

    /** What one check came to. */
    CheckResult result(String check) {
        return results(check).get(0);
    }

    /** Verdict, text and hint of a check, for a comparison by eye. */
    static String told(CheckResult result) {
        return result.verdict().word() + ": " + result.verdict().text() + " | "
                + result.verdict().hint();
    }

    /** What a check saw under a label. */
    static List<String> seen(CheckResult result, String label) {
        return result.evidence().stream()
                .filter(one -> one.label().equals(label))
                .map(Evidence::text)
                .toList();
    }

    /** A local repository without any of them. */
    private static final class NoArtifacts implements ArtifactResolver {
        @Override
        public Path resolve(String groupId, String artifactId, String version, String extension, String classifier) {
            throw new AssertionError("a check of the machine fetches no artifact");
        }

        @Override
        public Optional<Path> find(MavenArtifact artifact) {
            return Optional.empty();
        }
    }
}
