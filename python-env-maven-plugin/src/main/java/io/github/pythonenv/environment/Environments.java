package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.TorchWheels;
import io.github.pythonenv.packages.Upgrades;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.registry.Registry;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.store.Disks;
import io.github.pythonenv.store.InterprocessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Takes environments to where they are asked to be. The way in for every goal. */
public final class Environments {

    private final Toolbox tools;

    public Environments(Toolbox tools) {
        this.tools = tools;
    }

    /**
     * Makes the environment what the request says, or leaves it alone if it is that already.
     *
     * @throws io.github.pythonenv.UserFailure when that cannot be done; what stood there before still stands
     */
    public EnvironmentReport bring(EnvironmentRequest asked, Goal goal) {
        long start = System.nanoTime();
        try {
            EnvironmentRequest request = goal == Goal.PACKAGES ? tools.accelerated(asked) : asked.withoutPackages();
            EnvironmentReport report = goal == Goal.RUNTIME
                    ? new EnvironmentReport.RuntimeReady(runtime(request))
                    : environment(request, goal, start);
            tools.finished(Stage.COMPLETE, report.summary(request.directory()), since(start));
            return report;
        } catch (IOException e) {
            throw failed(asked, Disk.failure(asked.directory(), e), start);
        } catch (RuntimeException e) {
            throw failed(asked, e, start);
        }
    }

    private EnvironmentReport environment(EnvironmentRequest request, Goal goal, long start) {
        // Where nothing stands, nothing can be up to date, and the look under the lock is enough.
        if (Files.exists(request.directory(), LinkOption.NOFOLLOW_LINKS)) {
            // What is to be said of the choice of a runtime, the look under the lock says.
            Observation seen = new Environments(tools.quiet()).observe(request);
            Plan plan = Planner.plan(goal, request, seen);
            if (plan.nothingToDo()) {
                return unchanged(seen, plan);
            }
        }
        tools.listener()
                .on(new ProgressEvent.Started(
                        Stage.INITIALIZING, request.directory().toString()));
        Generations generations = new Generations(request.directory());
        return alone(request, generations, () -> bringAlone(request, goal, generations, start));
    }

    private RuntimeException failed(EnvironmentRequest request, RuntimeException failure, long start) {
        boolean stands = Files.exists(request.directory(), LinkOption.NOFOLLOW_LINKS);
        tools.finished(
                Stage.FAILED, request.directory() + (stands ? " is as it was before" : " was not made"), since(start));
        return failure;
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Says what {@link #bring} would do. Changes nothing. */
    public EnvironmentReport plan(EnvironmentRequest asked, Goal goal) {
        EnvironmentRequest request = goal == Goal.PACKAGES ? tools.accelerated(asked) : asked.withoutPackages();
        Observation seen = observe(request);
        Plan plan = Planner.plan(goal, request, seen);
        return plan.held() ? unchanged(seen, plan) : new EnvironmentReport.Planned(plan.reasons(), plan.describe());
    }

    /**
     * Compares what stands at the target, file by file, with what is asked. Changes nothing.
     *
     * @param scrutiny how closely it looks at each file
     */
    public Inspection inspect(EnvironmentRequest asked, Scrutiny scrutiny) {
        EnvironmentRequest request = tools.accelerated(asked);
        return new Inspector(tools, request, scrutiny).inspect(observe(request));
    }

    /**
     * Which wheels of PyTorch are taken for a request; nothing where nobody asked for an accelerator.
     *
     * @throws UserFailure where those that were asked for are not to be had here
     */
    public Optional<TorchWheels> wheels(EnvironmentRequest asked) {
        return tools.accelerated(asked).settings().torch();
    }

    /** What stands at the target of a request, as far as it says itself; nothing where none of ours stands there. */
    public static Optional<EnvironmentState> standing(EnvironmentRequest request) {
        return StateFile.read(request.directory());
    }

    /** The generations of an environment that are on disk, the newest first. Changes nothing. */
    public List<Generation> generations(EnvironmentRequest request) {
        return new Generations(request.directory()).all();
    }

    /**
     * Puts another generation in the place of the one that stands, which is kept.
     *
     * @throws UserFailure where there is no such generation, or it is not whole; what stands there still stands then
     */
    public RolledBack rollBack(EnvironmentRequest request, Destination destination) {
        Generations generations = new Generations(request.directory());
        Swap swap = swap(generations);
        Rollback rollback = new Rollback(tools, request, generations, swap);
        return alone(request, generations, () -> {
            recover(request, swap, generations.journal());
            RolledBack done = rollback.to(destination);
            generations.journal().note(done.text());
            return done;
        });
    }

    /** Says what {@link #rollBack} would do. Changes nothing. */
    public RolledBack planRollback(EnvironmentRequest request, Destination destination) {
        Generations generations = new Generations(request.directory());
        return new Rollback(tools, request, generations, swap(generations)).plan(destination);
    }

    /**
     * What stands at the target, for those who look at it more closely. Changes nothing.
     *
     * @throws UserFailure where none of ours stands there
     */
    public Standing examine(EnvironmentRequest asked) {
        EnvironmentRequest request = tools.accelerated(asked);
        Observation seen = observe(request);
        if (seen.target() instanceof Target.Ours ours) {
            return new Standing(
                    request,
                    ours.state(),
                    StateFile.fingerprint(request.directory()),
                    Planner.otherRuntime(ours, seen),
                    seen.inputs().changesSince(ours.state().inputs()),
                    ours.added(),
                    new Generations(request.directory()).resolution());
        }
        boolean there = Files.exists(request.directory(), LinkOption.NOFOLLOW_LINKS);
        throw new UserFailure(
                there
                        ? "What stands at " + request.directory() + " was not made by python-env."
                        : "There is no environment at " + request.directory() + ".",
                "Make it with mvn python-env:ensure, or bind the goal ensure to the build.");
    }

    /**
     * Fetches all that {@link #bring} needs, for builds without a network. What stands at the target is not touched.
     *
     * @param platforms other machines that runtime and uv are fetched for, too
     */
    public Stock stock(EnvironmentRequest asked, List<String> platforms) {
        EnvironmentRequest request = tools.accelerated(asked);
        Generations generations = new Generations(request.directory());
        return alone(request, generations, () -> new Stocking(tools, request, generations).fetch(platforms));
    }

    /**
     * Pins the runtime and uv that the request means here and now, and the packages, for every platform.
     *
     * @param upgrades which packages may get another version than the lock has
     */
    public LockReport lock(EnvironmentRequest asked, Upgrades upgrades) {
        EnvironmentRequest request = tools.accelerated(asked);
        try {
            return new Locking(tools, request).lock(upgrades);
        } catch (IOException e) {
            throw notWritten(request, e);
        }
    }

    /** Locks the packages alone. */
    public LockReport.Packages lockPackages(EnvironmentRequest asked, Upgrades upgrades) {
        EnvironmentRequest request = tools.accelerated(asked);
        try {
            return new PackageLocking(tools, request, List.of()).lock(upgrades);
        } catch (IOException e) {
            throw notWritten(request, e);
        }
    }

    /**
     * Asks for known vulnerabilities of the packages of an environment that stands.
     *
     * @param service the address of the service; uv's own choice unless set
     */
    public AuditAnswer audit(EnvironmentRequest asked, EnvironmentState standing, Optional<String> service) {
        try {
            return new Auditing(tools, tools.accelerated(asked), standing).ask(service);
        } catch (IOException e) {
            throw Disk.failure(asked.directory(), e);
        }
    }

    /** What an environment that stands consists of. */
    public Materials materials(EnvironmentRequest asked, EnvironmentState standing) {
        try {
            return Materials.of(tools.accelerated(asked), standing, tools.host().platform());
        } catch (IOException e) {
            throw Disk.failure(asked.directory(), e);
        }
    }

    private static UserFailure notWritten(EnvironmentRequest request, IOException cause) {
        return new UserFailure(
                "The locks of " + request.project() + " cannot be written: " + cause,
                "Give this user the right to write there, or name another file in <lockFile>.",
                cause);
    }

    private Pins pins(EnvironmentRequest request) {
        return new Pins(request, tools.host());
    }

    /**
     * Makes the runtime before it is decided what follows from it: the newest may be out of reach, and what can be had
     * in its place may be what the environment stands on.
     */
    private Observation withRuntime(EnvironmentRequest request, Observation seen) throws IOException {
        if (!(seen.runtime() instanceof RuntimeChoice.Missing missing)) {
            return seen;
        }
        Runtime made = tools.provide(request.runtime(), missing.candidates());
        return new Observation(seen.target(), new RuntimeChoice.Ready(made), seen.inputs());
    }

    /** Does work while nobody else changes that environment. */
    private <T> T alone(EnvironmentRequest request, Generations generations, Callable<T> work) {
        try {
            generations.prepare();
            return InterprocessLock.holding(
                    generations.lockFile(),
                    holder -> tools.listener()
                            .on(new ProgressEvent.Notice(
                                    "Waiting for " + holder + ", which is changing " + request.directory() + ".")),
                    work);
        } catch (IOException e) {
            throw Disk.failure(request.directory(), e);
        }
    }

    private EnvironmentReport bringAlone(EnvironmentRequest request, Goal goal, Generations generations, long start)
            throws IOException {
        Journal journal = generations.journal();
        Replacement replacement = request.swap() == SwapMode.IN_PLACE ? new InPlace() : swap(generations);
        recover(request, replacement, journal);
        tools.finished(Stage.INITIALIZING, request.directory().toString(), since(start));
        initializeRegistry();
        if (!(request.inputs() instanceof NoPackages)) {
            tools.timed(Stage.LOADING_PROFILES, request.inputs().summary(), () -> files(request.inputs()));
        }
        // Looked at again: another build may have done the work while this one waited.
        Observation seen = tools.timed(Stage.CHECKING_RUNTIME, request.python().text(), () -> observe(request));
        if (request.upgrade() && seen.target() instanceof Target.Ours) {
            seen = withRuntime(request, seen);
        }
        Plan plan = Planner.plan(goal, request, seen);
        if (plan.nothingToDo()) {
            return unchanged(seen, plan);
        }
        DiskSpace.require(DiskSpace.needs(tools, request, seen.runtime()), Disks.OF_THIS_MACHINE);
        tools.listener()
                .on(new ProgressEvent.Notice(
                        "Building " + request.directory() + ": " + String.join(", ", plan.reasons()) + "."));
        try {
            EnvironmentState state = new PlanExecutor(tools, request, seen, generations, replacement).execute(plan);
            journal.note("built generation " + state.generation() + ", " + state.summary() + ": " + state.why());
            return new EnvironmentReport.Built(state, plan.reasons(), since(start));
        } catch (UserFailure | IOException failure) {
            journal.note("failed to build: " + failure.getMessage());
            throw failure;
        }
    }

    /** What is asked for was put together before; here it is read to the last file that it names. */
    private static String files(PackageInputs inputs) {
        int files = inputs.inputFiles().size();
        return inputs.summary() + (files == 0 ? "" : ", " + files + (files == 1 ? " file" : " files"));
    }

    private Swap swap(Generations generations) {
        return new Swap(tools.processes(), generations.swapNote(), tools.host().environment(), tools.windows());
    }

    private void recover(EnvironmentRequest request, Replacement replacement, Journal journal) throws IOException {
        Optional<String> told = replacement.recover(request.directory());
        told.ifPresent(tools::warn);
        told.ifPresent(text -> journal.note("recovered: " + text));
    }

    /** Once for each store. */
    private void initializeRegistry() throws IOException {
        Registry registry = tools.registry();
        if (registry.missing()) {
            String unused = tools.timed(
                    Stage.INITIALIZING_REGISTRY, tools.store().home().toString(), registry::initialize);
        }
    }

    private Runtime runtime(EnvironmentRequest request) throws IOException {
        RuntimeChoice choice = choose(request);
        DiskSpace.require(DiskSpace.runtime(choice, tools.store().home()), Disks.OF_THIS_MACHINE);
        return choice instanceof RuntimeChoice.Missing missing
                ? tools.provide(request.runtime(), missing.candidates())
                : ((RuntimeChoice.Ready) choice).runtime();
    }

    private static EnvironmentReport unchanged(Observation seen, Plan plan) {
        Target.Ours ours = (Target.Ours) seen.target();
        return plan.held()
                ? new EnvironmentReport.Held(ours.state(), plan.reasons(), ours.added())
                : new EnvironmentReport.UpToDate(ours.state(), ours.added());
    }

    private Observation observe(EnvironmentRequest request) {
        return new Observer(tools.windows(), this::choose).observe(request);
    }

    private RuntimeChoice choose(EnvironmentRequest request) {
        return tools.runtimes().choose(pins(request).runtime());
    }
}
