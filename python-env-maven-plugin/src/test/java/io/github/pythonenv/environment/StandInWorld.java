package io.github.pythonenv.environment;

import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.runtime.Candidate;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A machine in memory, on which the steps of a plan do what they say, and need what they need. */
final class StandInWorld {

    private final EnvironmentRequest request;
    private Observation now;
    private Runtime fresh;
    private EnvironmentState verified;

    private StandInWorld(EnvironmentRequest request, Observation now) {
        this.request = request;
        this.now = now;
    }

    /** What is there once a plan was carried out. */
    static Observation after(Plan plan, EnvironmentRequest request, Observation before) {
        StandInWorld world = new StandInWorld(request, before);
        plan.steps().forEach(world::run);
        return world.now;
    }

    private void run(Step step) {
        if (step instanceof Step.ProvisionRuntime provision) {
            Candidate first = provision.candidates().get(0);
            now = new Observation(now.target(), new RuntimeChoice.Ready(installed((Distribution) first)), now.inputs());
        } else if (step instanceof Step.CreateGeneration || step instanceof Step.UnpackGeneration) {
            fresh = ((RuntimeChoice.Ready) now.runtime()).runtime();
        } else if (step instanceof Step.FitLock || step instanceof Step.InstallPackages) {
            Objects.requireNonNull(fresh, "there is a generation to install into");
        } else if (step instanceof Step.VerifyGeneration) {
            long number =
                    now.target() instanceof Target.Ours ours ? ours.state().generation() + 1 : 1;
            verified = state(number, Objects.requireNonNull(fresh, "there is a generation to verify"), now.inputs());
        } else if (step instanceof Step.SwapIn swapIn) {
            if (!swapIn.target().equals(request.directory()) || now.target() instanceof Target.Occupied) {
                throw new IllegalStateException("swapped in where it must not be: " + swapIn);
            }
            now = new Observation(
                    new Target.Ours(Objects.requireNonNull(verified, "it is verified"), List.of(), List.of()),
                    now.runtime(),
                    now.inputs());
        } else if (step instanceof Step.PruneGenerations) {
            if (!(now.target() instanceof Target.Ours ours) || !ours.state().equals(verified)) {
                throw new IllegalStateException("pruned before the new one stands");
            }
        } else {
            throw new IllegalStateException("what does " + step + " do?");
        }
    }

    /** What an environment says of itself that was made of these. */
    static EnvironmentState state(long number, Runtime runtime, InputDigests inputs) {
        return new EnvironmentState(
                number,
                Instant.EPOCH,
                "default",
                Path.of("/p"),
                runtime,
                "0.13.8",
                inputs,
                List.of("numpy"),
                1,
                "it was asked for",
                Optional.empty());
    }

    /** A distribution, once it is in the store. */
    static Runtime installed(Distribution distribution) {
        Path home = Path.of("/store/runtimes/" + distribution.version());
        return new Runtime(
                distribution.version(),
                distribution.platform(),
                "maven",
                home,
                home.resolve("bin/python3"),
                distribution.sha256(),
                "cpython-" + distribution.version());
    }
}
