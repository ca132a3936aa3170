package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.runtime.RuntimeChoice;
import java.util.ArrayList;
import java.util.List;

/** Decides what to do. Pure: the same request and observation give the same plan, and nothing on disk is looked at. */
final class Planner {

    private Planner() {}

    /**
     * Plans the way to {@code goal}.
     *
     * @throws UserFailure where something stands in the target's place that must not be touched
     */
    static Plan plan(Goal goal, EnvironmentRequest request, Observation seen) {
        if (goal == Goal.RUNTIME) {
            return runtimeAlone(seen.runtime());
        }
        List<String> reasons = reasons(goal, request, seen);
        if (isHeld(request, seen)) {
            return new Plan(reasons, List.of(), true);
        }
        if (reasons.isEmpty()) {
            return Plan.NOTHING;
        }
        List<Step> steps = new ArrayList<>(runtimeAlone(seen.runtime()).steps());
        if (request.inputs() instanceof Packed) {
            steps.add(new Step.UnpackGeneration(request.directory(), request.inputs()));
        } else {
            steps.add(new Step.CreateGeneration(request.directory(), request.uv()));
            steps.addAll(installing(request));
        }
        steps.add(new Step.VerifyGeneration());
        steps.add(new Step.SwapIn(request.directory(), seen.target() instanceof Target.Foreign));
        steps.add(new Step.PruneGenerations(request.retention()));
        return new Plan(reasons, steps);
    }

    private static List<Step> installing(EnvironmentRequest request) {
        List<Step> steps = new ArrayList<>();
        if (!(request.inputs() instanceof NoPackages)) {
            if (request.settings().locks().concern(request.inputs())) {
                steps.add(new Step.FitLock(request.inputs()));
            }
            steps.add(new Step.InstallPackages(request.inputs()));
        }
        return steps;
    }

    /** One that is damaged is no use to anybody, and whoever asks for a new one does not want that one. */
    private static boolean isHeld(EnvironmentRequest request, Observation seen) {
        return seen.target() instanceof Target.Ours ours
                && ours.state().held()
                && ours.damage().isEmpty()
                && !request.force()
                && ours.state().hold().orElseThrow().against(request, seen.inputs());
    }

    private static boolean standsOn(RuntimeChoice choice, EnvironmentState state) {
        return choice instanceof RuntimeChoice.Ready ready
                && ready.runtime().executable().equals(state.runtime().executable());
    }

    private static Plan runtimeAlone(RuntimeChoice choice) {
        return choice instanceof RuntimeChoice.Missing missing
                ? new Plan(
                        List.of(missing.first().title() + " is not in the store"),
                        List.of(new Step.ProvisionRuntime(missing.candidates())))
                : Plan.NOTHING;
    }

    private static List<String> reasons(Goal goal, EnvironmentRequest request, Observation seen) {
        if (seen.target() instanceof Target.Occupied occupied) {
            throw inTheWay(request, occupied);
        }
        if (seen.target() instanceof Target.Ours ours) {
            return reasonsAgainst(ours, goal, request, seen);
        }
        if (seen.target() instanceof Target.Foreign && request.swap() == SwapMode.IN_PLACE) {
            throw new UserFailure(
                    "The virtual environment at " + request.directory()
                            + " was not made by python-env, and <swap>inPlace"
                            + "</swap> would delete it. It was not touched.",
                    "Empty that folder if it is not needed any more, or choose another one with <directory>"
                            + " (-Dpython-env.directory=…).");
        }
        return List.of(
                seen.target() instanceof Target.Foreign
                        ? "the virtual environment there was not made by python-env"
                        : "there is none yet");
    }

    /** What to say where something must not be touched. */
    static UserFailure inTheWay(EnvironmentRequest request, Target.Occupied occupied) {
        return new UserFailure(
                request.directory() + " is in the way: it is " + occupied.by()
                        + ". It is not ours and was not touched.",
                "Move it elsewhere, or choose another folder with <directory> (-Dpython-env.directory=…).");
    }

    private static List<String> reasonsAgainst(
            Target.Ours ours, Goal goal, EnvironmentRequest request, Observation seen) {
        List<String> reasons = new ArrayList<>(ours.damage());
        reasons.addAll(otherRuntime(ours, seen));
        if (request.force()) {
            reasons.add("a new one was asked for");
        }
        if (goal == Goal.PACKAGES) {
            reasons.addAll(seen.inputs().changesSince(ours.state().inputs()));
            if (request.upgrade() && !request.inputs().locked()) {
                reasons.add("unpinned inputs are resolved anew with -U");
            }
        }
        return reasons;
    }

    /** Why the runtime that an environment stands on is not the one it is to stand on, a phrase each. */
    static List<String> otherRuntime(Target.Ours ours, Observation seen) {
        if (!ours.state().runtime().sha256().equals(seen.runtime().sha256())) {
            return List.of("it stands on another runtime, CPython "
                    + ours.state().runtime().version());
        }
        return standsOn(seen.runtime(), ours.state())
                ? List.of()
                : List.of("the installation of CPython "
                        + ours.state().runtime().version() + " that it stands on is not the one in the store");
    }
}
