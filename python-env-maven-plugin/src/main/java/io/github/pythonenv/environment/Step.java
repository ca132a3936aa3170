package io.github.pythonenv.environment;

import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.runtime.Candidate;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** One step of a {@link Plan}. */
sealed interface Step {

    /** What the step does, for {@code dryRun}: a phrase in the imperative. */
    String describe();

    /** Fetches, verifies and unpacks a runtime into the store: the first of these that can be had and works here. */
    record ProvisionRuntime(List<Candidate> candidates) implements Step {
        public ProvisionRuntime {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String describe() {
            return candidates.stream()
                    .map(one -> "provision " + one.title() + " from " + one.origin())
                    .collect(Collectors.joining(", or else "));
        }
    }

    /** Creates an empty generation beside the target, by means of uv, which is fetched where it is not in the store. */
    record CreateGeneration(Path target, UvChoice uv) implements Step {
        @Override
        public String describe() {
            return "create a new generation of " + target.getFileName() + " beside it, with " + uv.describe();
        }
    }

    /** Sees to it that the lock of packages fits what it was made from. */
    record FitLock(PackageInputs inputs) implements Step {
        @Override
        public String describe() {
            return "see that the lock fits: " + inputs.summary();
        }
    }

    /** Makes a generation beside the target of a packed environment, which came with the runtime. Nothing else is needed. */
    record UnpackGeneration(Path target, PackageInputs inputs) implements Step {
        @Override
        public String describe() {
            return "make a new generation of " + target.getFileName() + " beside it, of " + inputs.summary();
        }
    }

    /** Installs the inputs into the new generation. */
    record InstallPackages(PackageInputs inputs) implements Step {
        @Override
        public String describe() {
            return "install into it " + inputs.summary();
        }
    }

    /** Checks that the new generation is whole, without running any of its programs. */
    record VerifyGeneration() implements Step {
        @Override
        public String describe() {
            return "verify it";
        }
    }

    /** Puts the new generation in the target's place; what stood there before is kept aside. */
    record SwapIn(Path target, boolean foreign) implements Step {
        @Override
        public String describe() {
            return "swap it in as " + target + (foreign ? ", moving the virtual environment there to the backup" : "");
        }
    }

    /** Removes the earlier generations that are not to be kept. */
    record PruneGenerations(Retention retention) implements Step {
        @Override
        public String describe() {
            return retention.describe();
        }
    }
}
