package io.github.pythonenv.environment;

import io.github.pythonenv.environment.Inspection.Status;
import io.github.pythonenv.environment.Observation.RuntimeChoice;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.Runtimes;
import io.github.pythonenv.store.InterprocessLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        EnvironmentRequest request = goal == Goal.PACKAGES ? asked : asked.withoutPackages();
        if (goal == Goal.RUNTIME) {
            return new EnvironmentReport.RuntimeReady(runtime(request));
        }
        Observation seen = observe(request);
        if (Planner.plan(goal, request, seen).upToDate()) {
            return upToDate(seen);
        }
        Generations generations = new Generations(request.directory());
        try {
            return InterprocessLock.holding(
                    generations.lockFile(),
                    holder -> tools.listener()
                            .on(new ProgressEvent.Notice(
                                    "Waiting for " + holder + ", which is changing " + request.directory() + ".")),
                    () -> bringAlone(request, goal, generations));
        } catch (IOException e) {
            throw Disk.failure(request.directory(), e);
        }
    }

    /** Says what {@link #bring} would do. Changes nothing. */
    public EnvironmentReport plan(EnvironmentRequest asked, Goal goal) {
        EnvironmentRequest request = goal == Goal.PACKAGES ? asked : asked.withoutPackages();
        Plan plan = Planner.plan(goal, request, observe(request));
        return new EnvironmentReport.Planned(plan.reasons(), plan.describe());
    }

    /** Compares what stands at the target, file by file, with what is asked. Changes nothing. */
    public Inspection inspect(EnvironmentRequest request) {
        Path directory = request.directory();
        Target target = observe(request).target();
        if (target instanceof Target.Ours ours) {
            List<String> damage = new ArrayList<>(new GenerationCheck(
                            tools.processes(),
                            new VenvLayout(directory, tools.windows()),
                            ours.state().runtime())
                    .findings(tools.variables()));
            if (!damage.isEmpty()) {
                return new Inspection(directory, Status.DAMAGED, Optional.of(ours.state()), damage);
            }
            List<String> findings = new ArrayList<>(
                    Planner.plan(Goal.PACKAGES, request, observe(request)).reasons());
            Status status = findings.isEmpty() ? Status.UP_TO_DATE : Status.OUT_OF_DATE;
            ours.added().forEach(entry -> findings.add(entry + " was added by hand"));
            return new Inspection(directory, status, Optional.of(ours.state()), findings);
        }
        if (target instanceof Target.Occupied occupied) {
            return new Inspection(
                    directory, Status.OCCUPIED, Optional.empty(), List.of("It is " + occupied.by() + "."));
        }
        Status status = target instanceof Target.Foreign ? Status.FOREIGN : Status.MISSING;
        return new Inspection(directory, status, Optional.empty(), List.of());
    }

    private EnvironmentReport bringAlone(EnvironmentRequest request, Goal goal, Generations generations)
            throws IOException {
        long start = System.nanoTime();
        Swap swap =
                new Swap(tools.processes(), generations.journal(), tools.host().environment());
        swap.recover().ifPresent(told -> tools.listener().on(new ProgressEvent.Warning(told)));
        // Looked at again: another build may have done the work while this one waited.
        Observation seen = observe(request);
        Plan plan = Planner.plan(goal, request, seen);
        if (plan.upToDate()) {
            return upToDate(seen);
        }
        EnvironmentState state = new PlanExecutor(tools, request, seen, generations, swap).execute(plan);
        return new EnvironmentReport.Built(state, plan.reasons(), (System.nanoTime() - start) / 1_000_000);
    }

    private static EnvironmentReport upToDate(Observation seen) {
        Target.Ours ours = (Target.Ours) seen.target();
        return new EnvironmentReport.UpToDate(ours.state(), ours.added());
    }

    private Observation observe(EnvironmentRequest request) {
        return new Observer(tools.windows(), this::choose).observe(request);
    }

    private RuntimeChoice choose(EnvironmentRequest request) {
        Runtimes runtimes = tools.runtimes();
        Distribution distribution = runtimes.select(request.python(), request.upgrade());
        return runtimes.installed(distribution)
                .<RuntimeChoice>map(RuntimeChoice.Ready::new)
                .orElseGet(() -> new RuntimeChoice.Missing(distribution));
    }

    private io.github.pythonenv.runtime.Runtime runtime(EnvironmentRequest request) {
        Runtimes runtimes = tools.runtimes();
        return runtimes.provide(runtimes.select(request.python(), request.upgrade()));
    }
}
