package io.github.pythonenv.environment;

import io.github.pythonenv.download.CertificateAuthorities;
import io.github.pythonenv.download.ProxyVariables;
import io.github.pythonenv.packages.Installer;
import io.github.pythonenv.packages.TorchPages;
import io.github.pythonenv.packages.UnlistedServer;
import io.github.pythonenv.packages.Uv;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.registry.Registry;
import io.github.pythonenv.registry.RuntimeUsers;
import io.github.pythonenv.runtime.Candidate;
import io.github.pythonenv.runtime.Health;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.Runtimes;
import io.github.pythonenv.runtime.Supplies;
import io.github.pythonenv.store.Store;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What building an environment takes. Each tool is made when it is asked for: an up-to-date build asks for none.
 *
 * @param host the machine
 * @param store where runtimes and uv are kept
 * @param supplies what runtimes are got from
 * @param listener hears what happens
 */
public record Toolbox(Host host, Store store, Supplier<Supplies> supplies, ProgressListener listener) {

    /** A piece of work; its result says in its {@code toString} what it came to. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** The same, and nobody hears what happens. */
    Toolbox quiet() {
        return new Toolbox(host, store, supplies, ProgressListener.SILENT);
    }

    /** The same, and what others installed on the machine, or this user prefers, is not seen. */
    Toolbox withoutMachinePythons() {
        return new Toolbox(host, store, () -> supplies.get().with(MachinePythons.none()), listener);
    }

    /** The same, and on the machine nothing is installed or kept. */
    Toolbox looking() {
        return new Toolbox(
                host,
                store,
                () -> {
                    Supplies all = supplies.get();
                    return all.with(all.machine().looking());
                },
                listener);
    }

    /** The same, and what it keeps goes into another store. */
    public Toolbox keepingIn(Store other) {
        return new Toolbox(host, other, supplies, listener);
    }

    boolean windows() {
        return host.platform().windows();
    }

    /** Starts programs, and tells what each took. */
    Processes processes() {
        return new Processes(usage -> listener.on(new ProgressEvent.ProgramEnded(
                usage.program().substring(usage.program().lastIndexOf(File.separatorChar) + 1),
                usage.elapsed().toMillis(),
                usage.cpu().toMillis(),
                usage.peakBytes())));
    }

    Runtimes runtimes() {
        return new Runtimes(host, store, supplies.get(), processes(), listener);
    }

    /** The runtime that a request means here. */
    RuntimeChoice choose(EnvironmentRequest request) {
        return runtimes().choose(new Pins(request, host).runtime());
    }

    Registry registry() {
        return new Registry(store, Clock.systemUTC(), listener);
    }

    RuntimeUsers users() {
        return new RuntimeUsers(store, listener);
    }

    /**
     * The uv for a request, got with the help of a runtime where it is not there yet. It is about to ask indexes: what
     * is amiss on the way to them is told.
     */
    Uv uv(EnvironmentRequest request, Runtime runtime) {
        UnlistedServer.ofDefaultIndex(
                        request.settings(), supplies.get().network().get().logins())
                .map(UnlistedServer::warning)
                .ifPresent(this::warn);
        return new UvSupply(this).provide(request, runtime);
    }

    /** The environment that child processes get. */
    public Map<String, String> variables() {
        return CertificateAuthorities.addedTo(ChildEnvironment.from(host.environment()), store.certificates());
    }

    /** The environment of those that fetch for no environment. */
    Map<String, String> fetching() {
        return ProxyVariables.addedTo(
                variables(), supplies.get().network().get().proxies(), List.of());
    }

    /** The environment of those that fetch: they learn, too, what Maven's settings say of proxies and servers. */
    public Map<String, String> fetching(EnvironmentRequest request) {
        return new ChildNetwork(host, store, supplies.get().network().get()).variables(request);
    }

    /**
     * What installs for a request.
     *
     * @param resolution the file that keeps what unpinned inputs were resolved to
     */
    Installer installer(EnvironmentRequest request, Runtime runtime, Uv uv, Path resolution) {
        return new Installer(
                uv,
                runtime.executable(),
                runtime.version().toString(),
                request.project(),
                installing(request),
                request.settings(),
                new TorchPages(
                        () -> supplies.get().network().get(),
                        store.home().resolve("indexes"),
                        request.settings().offline()),
                resolution,
                host.platform().id(),
                processes(),
                listener);
    }

    /** With uv's cache where caches were asked to be. */
    private Map<String, String> installing(EnvironmentRequest request) {
        Map<String, String> variables = new TreeMap<>(fetching(request));
        request.tuning()
                .optimization()
                .caches()
                .in(request.project())
                .ifPresent(caches -> variables.putIfAbsent(
                        "UV_CACHE_DIR", caches.resolve("uv").toString()));
        return variables;
    }

    /** The settings for programs in environments. */
    EnvironmentTuning tuning() {
        return new EnvironmentTuning(host, store);
    }

    /**
     * The request with the wheels for its accelerator.
     *
     * @throws io.github.pythonenv.UserFailure where these cannot be had here
     */
    public EnvironmentRequest accelerated(EnvironmentRequest request) {
        return request.tuning().accelerator().set()
                ? new Acceleration(host.platform().os(), () -> tuning().detection()).of(request)
                : request;
    }

    void warn(String text) {
        listener.on(new ProgressEvent.Warning(text));
    }

    /** Makes a runtime from the first of these archives that can be had, and registers it: two stages. */
    Runtime provide(RuntimeRequest request, List<Candidate> candidates) throws IOException {
        List<Runtime> made = new ArrayList<>();
        timed(Stage.PROVISIONING_PYTHON, request.mirrors().place(candidates.get(0)), () -> {
            made.add(runtimes().provide(request, candidates));
            return "CPython " + made.get(0).version();
        });
        timed(Stage.REGISTERING_RUNTIME, made.get(0).name(), () -> {
            registry().checked(made.get(0), Health.GOOD);
            return made.get(0).name();
        });
        return made.get(0);
    }

    /** Does work that is a stage of its own, tells of its beginning and end, and gives what it came to. */
    <T> T timed(Stage stage, String detail, Work<T> work) throws IOException {
        long start = System.nanoTime();
        listener.on(new ProgressEvent.Started(stage, detail));
        T result = work.run();
        finished(stage, String.valueOf(result), (System.nanoTime() - start) / 1_000_000);
        return result;
    }

    void finished(Stage stage, String detail, long milliseconds) {
        listener.on(new ProgressEvent.Finished(stage, detail, milliseconds));
    }
}
