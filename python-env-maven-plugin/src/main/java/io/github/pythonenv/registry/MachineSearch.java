package io.github.pythonenv.registry;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.FoundPython;
import io.github.pythonenv.runtime.Health;
import io.github.pythonenv.runtime.HealthCheck;
import io.github.pythonenv.runtime.InPlaceRuntime;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.runtime.VersionRequest;
import io.github.pythonenv.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Answers from discovery and registry. A Python that is taken for the first time is tried as whole as one that goes
 * into the store, and the registry keeps what came of it.
 */
public final class MachineSearch implements MachinePythons {
    private final String platform;
    private final Discovery discovery;
    private final Registry registry;
    private final HealthCheck healthCheck;
    private final Optional<UvPythons> uvPythons;
    private final BiConsumer<Runtime, Health> kept;
    private final ProgressListener listener;

    /**
     * @param uv installs Pythons of its own where none of those will do
     * @param offline whether nothing may be fetched
     */
    public MachineSearch(
            Host host,
            Store store,
            Registry registry,
            UvAtHand uv,
            boolean offline,
            Processes processes,
            ProgressListener listener) {
        this(new Machine(host, root(host)), store, registry, uv, offline, processes, listener);
    }

    MachineSearch(
            Machine machine,
            Store store,
            Registry registry,
            UvAtHand uv,
            boolean offline,
            Processes processes,
            ProgressListener listener) {
        this(
                machine.host().platform().id(),
                new Discovery(machine, store, processes),
                registry,
                new HealthCheck(machine.host(), processes),
                Optional.of(new UvPythons(machine, uv, offline, processes, listener)),
                registry::checked,
                listener);
    }

    private MachineSearch(
            String platform,
            Discovery discovery,
            Registry registry,
            HealthCheck healthCheck,
            Optional<UvPythons> uvPythons,
            BiConsumer<Runtime, Health> kept,
            ProgressListener listener) {
        this.platform = platform;
        this.discovery = discovery;
        this.registry = registry;
        this.healthCheck = healthCheck;
        this.uvPythons = uvPythons;
        this.kept = kept;
        this.listener = listener;
    }

    @Override
    public MachinePythons looking() {
        return new MachineSearch(
                platform, discovery, registry, healthCheck, Optional.empty(), (runtime, health) -> {}, listener);
    }

    static Path root(Host host) {
        Path root = host.userHome().getRoot();
        return root == null ? host.userHome() : root;
    }

    @Override
    public Optional<Runtime> preferred(VersionRequest request) {
        return registry.preferred()
                .filter(entry -> request.accepts(entry.runtime().version()))
                .filter(entry -> entry.status() != RuntimeStatus.ERROR)
                .map(RegistryEntry::runtime)
                // A home on the network may be that of several machines.
                .filter(runtime -> runtime.platform().startsWith(platform))
                .filter(Runtime::stands);
    }

    @Override
    public FoundPython newest(InstalledBy by, VersionRequest request, boolean newest) {
        if (by != InstalledBy.UV || uvPythons.isEmpty()) {
            return there(by, request, List.of());
        }
        FoundPython found = newest ? none() : there(by, request, List.of());
        if (found.runtime().isPresent()) {
            return found;
        }
        Optional<String> trouble = uvPythons.get().install(request, newest);
        FoundPython now =
                there(by, request, trouble.map(why -> why + ".").stream().toList());
        if (now.runtime().isPresent()) {
            trouble.ifPresent(
                    why -> listener.on(new ProgressEvent.Warning("No newer Python was looked for: " + why + ".")));
        }
        return now;
    }

    private static FoundPython none() {
        return new FoundPython(Optional.empty(), List.of());
    }

    /** The newest that is there; of equal ones the registry's default, then the one that was found first. */
    private FoundPython there(InstalledBy by, VersionRequest request, List<String> troubles) {
        List<RegistryEntry> registered = registry.entries();
        List<String> passedOver = new ArrayList<>(troubles);
        List<Runtime> matching = new ArrayList<>();
        for (Finding finding : discovery.all(registeredPaths(registered), false)) {
            if (finding instanceof Finding.PassedOver other) {
                if (other.by() == by) {
                    passedOver.add(other.path() + " " + other.why() + ".");
                }
            } else if (finding instanceof Finding.Usable usable
                    && usable.interpreter().by() == by) {
                if (request.accepts(usable.interpreter().version())) {
                    matching.add(runtime(usable.interpreter()));
                } else {
                    passedOver.add(
                            finding.path() + " is " + usable.interpreter().version() + ".");
                }
            }
        }
        Optional<Runtime> preferred = registry.preferred().map(RegistryEntry::runtime);
        matching.sort(Comparator.comparing(Runtime::version)
                .thenComparing(runtime -> preferred.filter(runtime::equals).isPresent())
                .reversed());
        for (Runtime runtime : matching) {
            String fault = fault(runtime, registered);
            if (fault.isEmpty()) {
                return new FoundPython(Optional.of(runtime), passedOver);
            }
            passedOver.add(runtime.executable() + ": " + (fault.endsWith(".") ? fault : fault + "."));
        }
        return new FoundPython(Optional.empty(), passedOver);
    }

    static List<Path> registeredPaths(List<RegistryEntry> registered) {
        return registered.stream()
                .map(RegistryEntry::runtime)
                .filter(Runtime::inPlace)
                .map(Runtime::executable)
                .toList();
    }

    /** Why it cannot be used, or an empty text: as the registry says, or else by trying. */
    private String fault(Runtime runtime, List<RegistryEntry> registered) {
        Optional<RegistryEntry> known = registered.stream()
                .filter(entry ->
                        entry.runtime().equals(runtime) && entry.checked().isPresent())
                .findFirst();
        if (known.isPresent()) {
            return known.get().status() == RuntimeStatus.ERROR
                    ? known.get().reason() + " (tried at "
                            + known.get().checked().get()
                            + "; again with mvn python-env:runtimes -Dpython-env.action=health)"
                    : "";
        }
        Health health = healthCheck.of(runtime);
        if (!health.missing().isEmpty()) {
            listener.on(new ProgressEvent.Warning("The Python " + runtime.executable() + " works, but without "
                    + String.join(", ", health.missing()) + "."));
        }
        kept.accept(runtime, health);
        return health.fault();
    }

    static Runtime runtime(Interpreter interpreter) {
        Source source = Source.named(interpreter.by().word()).orElseThrow();
        return InPlaceRuntime.of(
                source, interpreter.version(), interpreter.platform(), interpreter.home(), interpreter.executable());
    }
}
