package io.github.pythonenv.environment;

import io.github.pythonenv.environment.Inspection.Status;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.VenvLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at an environment more closely than an up-to-date build does: at every file, and by starting it.
 *
 * @param scrutiny how closely it looks at each file
 */
record Inspector(Toolbox tools, EnvironmentRequest request, Scrutiny scrutiny) {

    Inspection inspect(Observation seen) {
        if (seen.target() instanceof Target.Ours ours) {
            return ours(seen, ours);
        }
        if (seen.target() instanceof Target.Occupied occupied) {
            return without(Status.OCCUPIED, List.of("it is " + occupied.by()));
        }
        return without(seen.target() instanceof Target.Foreign ? Status.FOREIGN : Status.MISSING, List.of());
    }

    private Inspection ours(Observation seen, Target.Ours ours) {
        List<String> damage = damage(tools, request.directory(), ours, scrutiny);
        if (!damage.isEmpty()) {
            return new Inspection(request.directory(), Status.DAMAGED, Optional.of(ours.state()), damage);
        }
        Plan plan = Planner.plan(Goal.PACKAGES, request, seen);
        List<String> findings = new ArrayList<>(plan.reasons());
        Status status = findings.isEmpty() ? Status.UP_TO_DATE : Status.OUT_OF_DATE;
        if (plan.held()) {
            findings.add("rollback holds it at generation " + ours.state().generation());
        }
        ours.added().forEach(entry -> findings.add(entry + " was added by hand"));
        return new Inspection(request.directory(), status, Optional.of(ours.state()), findings);
    }

    /** What is wrong with the environment in that folder, a sentence each. */
    static List<String> damage(Toolbox tools, Path folder, Target.Ours ours, Scrutiny scrutiny) {
        if (!ours.damage().isEmpty()) {
            return ours.damage();
        }
        return new GenerationCheck(
                        tools.processes(),
                        new VenvLayout(folder, tools.windows()),
                        ours.state().runtime())
                .findings(tools.variables(), scrutiny);
    }

    private Inspection without(Status status, List<String> findings) {
        return new Inspection(request.directory(), status, Optional.empty(), findings);
    }
}
