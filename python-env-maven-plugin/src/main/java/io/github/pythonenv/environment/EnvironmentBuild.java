package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.registry.Registry;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.store.Disks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;

/** Brings one environment to a goal: looks, plans, and does what is to be done while nobody else changes it. */
final class EnvironmentBuild {

    private final Toolbox tools;
    private final EnvironmentRequest asked;
    private final Goal goal;
    private final long start = System.nanoTime();

    EnvironmentBuild(Toolbox tools, EnvironmentRequest asked, Goal goal) {
        this.tools = tools;
        this.asked = asked;
        this.goal = goal;
    }

    /** Does what {@link Environments#bring} says. */
    EnvironmentReport bring() {
        try {
            EnvironmentRequest request = request();
            EnvironmentReport report = goal == Goal.RUNTIME
                    ? new EnvironmentReport.RuntimeReady(provided(request, tools.choose(request)))
                    : environment(request);
            tools.finished(Stage.COMPLETE, report.summary(request.directory()), elapsed());
            return report;
        } catch (IOException e) {
            throw failed(Disk.failure(asked.directory(), e));
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** Does what {@link Environments#plan} says. */
    EnvironmentReport plan() {
        EnvironmentRequest request = request();
        Observation seen = Observer.with(tools).observe(request);
        Plan plan = Planner.plan(goal, request, seen);
        return plan.held() ? unchanged(seen, plan) : new EnvironmentReport.Planned(plan.reasons(), plan.describe());
    }

    private EnvironmentRequest request() {
        return goal == Goal.PACKAGES ? tools.accelerated(asked) : asked.withoutPackages();
    }

    private EnvironmentReport environment(EnvironmentRequest request) {
        // Where nothing stands, nothing can be up to date, and the look under the lock is enough.
        if (Files.exists(request.directory(), LinkOption.NOFOLLOW_LINKS)) {
            // What is to be said of the choice of a runtime, the look under the lock says.
            Observation seen = Observer.with(tools.quiet()).observe(request);
            Plan plan = Planner.plan(goal, request, seen);
            if (plan.nothingToDo()) {
                return unchanged(seen, plan);
            }
        }
        tools.listener()
                .on(new ProgressEvent.Started(
                        Stage.INITIALIZING, request.directory().toString()));
        Generations generations = new Generations(request.directory());
        return generations.alone(tools.listener(), () -> alone(request, generations));
    }

    private EnvironmentReport alone(EnvironmentRequest request, Generations generations) throws IOException {
        Journal journal = generations.journal();
        Replacement replacement = request.swap() == SwapMode.IN_PLACE ? new InPlace() : Swap.of(generations, tools);
        replacement.recover(request.directory(), tools, journal);
        tools.finished(Stage.INITIALIZING, request.directory().toString(), elapsed());
        initializeRegistry();
        if (!(request.inputs() instanceof NoPackages)) {
            tools.timed(Stage.LOADING_PROFILES, request.inputs().summary(), () -> files(request.inputs()));
        }
        // Looked at again: another build may have done the work while this one waited.
        Observation seen = tools.timed(
                Stage.CHECKING_RUNTIME,
                request.python().text(),
                () -> Observer.with(tools).observe(request));
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
            return new EnvironmentReport.Built(state, plan.reasons(), elapsed());
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

    /** Once for each store. */
    private void initializeRegistry() throws IOException {
        Registry registry = tools.registry();
        if (registry.missing()) {
            String unused = tools.timed(
                    Stage.INITIALIZING_REGISTRY, tools.store().home().toString(), registry::initialize);
        }
    }

    /**
     * Makes the runtime before it is decided what follows from it: the newest may be out of reach, and what can be had
     * in its place may be what the environment stands on.
     */
    private Observation withRuntime(EnvironmentRequest request, Observation seen) throws IOException {
        return new Observation(
                seen.target(), new RuntimeChoice.Ready(provided(request, seen.runtime())), seen.inputs());
    }

    private Runtime provided(EnvironmentRequest request, RuntimeChoice choice) throws IOException {
        if (choice instanceof RuntimeChoice.Ready ready) {
            return ready.runtime();
        }
        DiskSpace.require(DiskSpace.runtime(choice, tools.store().home()), Disks.OF_THIS_MACHINE);
        return tools.provide(request.runtime(), ((RuntimeChoice.Missing) choice).candidates());
    }

    private static EnvironmentReport unchanged(Observation seen, Plan plan) {
        Target.Ours ours = (Target.Ours) seen.target();
        return plan.held()
                ? new EnvironmentReport.Held(ours.state(), plan.reasons(), ours.added())
                : new EnvironmentReport.UpToDate(ours.state(), ours.added());
    }

    private RuntimeException failed(RuntimeException failure) {
        boolean stands = Files.exists(asked.directory(), LinkOption.NOFOLLOW_LINKS);
        tools.finished(
                Stage.FAILED, asked.directory() + (stands ? " is as it was before" : " was not made"), elapsed());
        return failure;
    }

    /** Milliseconds. */
    private long elapsed() {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
