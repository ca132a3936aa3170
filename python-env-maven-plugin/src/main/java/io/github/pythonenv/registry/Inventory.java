package io.github.pythonenv.registry;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Health;
import io.github.pythonenv.runtime.HealthCheck;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person asks of the registry and says to it. Fetches and deletes nothing. */
public final class Inventory {
    private final Machine machine;
    private final Store store;
    private final Clock clock;
    private final Processes processes;
    private final Registry registry;
    private final RuntimeUsers users;

    public Inventory(Host host, Store store, Clock clock, Processes processes, ProgressListener listener) {
        this(new Machine(host, MachineSearch.root(host)), store, clock, processes, listener);
    }

    Inventory(Machine machine, Store store, Clock clock, Processes processes, ProgressListener listener) {
        this.machine = machine;
        this.store = store;
        this.clock = clock;
        this.processes = processes;
        this.registry = new Registry(store, clock, listener);
        this.users = new RuntimeUsers(store, listener);
    }

    /** All that are known. */
    public Outcome list() {
        return outcome(List.of());
    }

    /** Looks over the whole machine, and registers nothing. */
    public List<Finding> look() {
        return new Discovery(machine, store, processes).all(MachineSearch.registeredPaths(registry.entries()), false);
    }

    /** Looks over the whole machine, and registers what was found. */
    public Outcome discover() {
        List<Finding> findings =
                new Discovery(machine, store, processes).all(MachineSearch.registeredPaths(registry.entries()), true);
        List<String> remarks = new ArrayList<>();
        registry.change(entries -> {
            List<RegistryEntry> next = new ArrayList<>(entries);
            next.removeIf(entry -> {
                boolean gone = entry.runtime().inPlace()
                        && !Files.exists(entry.runtime().executable());
                if (gone) {
                    remarks.add(entry.runtime().executable() + " is gone, and so is its entry.");
                }
                return gone;
            });
            for (Finding finding : findings) {
                if (finding instanceof Finding.Usable usable) {
                    next = registry.with(next, MachineSearch.runtime(usable.interpreter()), entry -> entry);
                }
            }
            return next;
        });
        findings.stream().flatMap(finding -> remark(finding).stream()).forEach(remarks::add);
        return outcome(remarks);
    }

    private static Optional<String> remark(Finding finding) {
        if (finding instanceof Finding.VirtualEnvironment environment) {
            return Optional.of(environment.home() + " is a virtual environment"
                    + VirtualEnvironments.baseFolder(environment.home())
                            .map(base -> " of the Python in " + base)
                            .orElse("")
                    + "; it serves as no base.");
        }
        return finding instanceof Finding.PassedOver other
                ? Optional.of(other.path() + " " + other.why() + ".")
                : Optional.empty();
    }

    /**
     * Registers one interpreter that the user names, and tries it.
     *
     * @throws UserFailure if it is no CPython that environments can stand on
     */
    public Outcome register(Path executable) {
        Finding finding = new Discovery(machine, store, processes).one(executable);
        if (!(finding instanceof Finding.Usable usable)) {
            throw new UserFailure(
                    executable + " cannot be registered: "
                            + remark(finding).orElse("").replaceFirst("^" + Pattern.quote(executable.toString()), "it"),
                    "Name the interpreter of an installation of CPython, for example /usr/bin/python3.");
        }
        Runtime runtime = MachineSearch.runtime(usable.interpreter());
        Health health = new HealthCheck(machine.host(), processes).of(runtime);
        registry.change(entries -> registry.with(entries, runtime, entry -> tried(entry, health)));
        return outcome(List.of(said(runtime, health)));
    }

    /** Makes a runtime the default: where it matches, it is taken before all others. */
    public Outcome prefer(String which) {
        RegistryEntry chosen = entry(which);
        registry.change(entries -> entries.stream()
                .map(entry -> entry.preferred(entry.id().equals(chosen.id())))
                .toList());
        return outcome(List.of(chosen.id() + " is the default now."));
    }

    /** Tries runtimes anew: the one that is named, or all. */
    public Outcome health(Optional<String> which) {
        List<RegistryEntry> asked = which.map(name -> List.of(entry(name))).orElseGet(registry::entries);
        HealthCheck check = new HealthCheck(machine.host(), processes);
        List<String> remarks = new ArrayList<>();
        for (RegistryEntry one : asked) {
            Health health = check.of(one.runtime());
            registry.change(entries -> registry.with(entries, one.runtime(), entry -> tried(entry, health)));
            remarks.add(said(one.runtime(), health));
        }
        return outcome(remarks);
    }

    private RegistryEntry tried(RegistryEntry entry, Health health) {
        return entry.checked(
                health.good() ? RuntimeStatus.READY : RuntimeStatus.ERROR, health.fault(), clock.instant());
    }

    private static String said(Runtime runtime, Health health) {
        if (!health.good()) {
            return runtime.name() + " does not work: " + health.fault();
        }
        return runtime.name() + " works"
                + (health.missing().isEmpty() ? "." : ", but without " + String.join(", ", health.missing()) + ".");
    }

    /**
     * The entry that somebody means.
     *
     * @param which its id, or the beginning of it or of its version, if that is the only one
     * @throws UserFailure if there is none, or several
     */
    RegistryEntry entry(String which) {
        List<RegistryEntry> all = registry.entries();
        Optional<RegistryEntry> exact =
                all.stream().filter(entry -> entry.id().equals(which)).findFirst();
        List<RegistryEntry> meant = all.stream()
                .filter(entry ->
                        entry.id().startsWith(which) || (entry.runtime().version() + ".").startsWith(which + "."))
                .toList();
        if (exact.isPresent() || meant.size() == 1) {
            return exact.orElseGet(() -> meant.get(0));
        }
        List<RegistryEntry> shown = meant.isEmpty() ? all : meant;
        throw new UserFailure(
                meant.isEmpty()
                        ? "The registry knows no runtime '" + which + "'."
                        : "'" + which + "' means " + meant.size() + " runtimes.",
                shown.isEmpty()
                        ? "It knows none at all: find some with -Dpython-env.action=discover."
                        : "Name one of these with -Dpython-env.runtime=<id>: "
                                + shown.stream().map(RegistryEntry::id).collect(Collectors.joining(", ")) + ".");
    }

    /** The list as it is now. */
    Outcome outcome(List<String> remarks) {
        List<RuntimeUsers.User> known = users.users();
        return new Outcome(
                registry.entries().stream()
                        .map(entry -> new Outcome.Row(seen(entry), directories(entry, known)))
                        .toList(),
                remarks);
    }

    static List<Path> directories(RegistryEntry entry, List<RuntimeUsers.User> known) {
        return known.stream()
                .filter(user -> user.runtime().equals(entry.id()))
                .map(RuntimeUsers.User::directory)
                .sorted()
                .toList();
    }

    /** What others installed may have changed since. */
    private static RegistryEntry seen(RegistryEntry entry) {
        if (!entry.runtime().inPlace() || entry.runtime().stands()) {
            return entry;
        }
        return entry.in(
                RuntimeStatus.ERROR,
                Files.exists(entry.runtime().executable())
                        ? "Another one stands in its place: register it with -Dpython-env.action=discover."
                        : "Its interpreter is gone.");
    }
}
