package io.github.pythonenv.environment;

import io.github.pythonenv.packages.LockScope;
import io.github.pythonenv.packages.LockUpdate;
import io.github.pythonenv.packages.LockedInputs;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.PackageLocker;
import io.github.pythonenv.packages.Pyproject;
import io.github.pythonenv.packages.UnlockedInputs;
import io.github.pythonenv.packages.Upgrades;
import io.github.pythonenv.packages.Uv;
import io.github.pythonenv.packages.UvLock;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Locks the packages of an environment.
 *
 * @param request it, with its runtime and uv locked
 * @param everywhere the Pythons of all platforms
 */
record PackageLocking(Toolbox tools, EnvironmentRequest request, List<Distribution> everywhere) {

    LockReport.Packages lock(Upgrades upgrades) throws IOException {
        PackageInputs inputs = request.inputs();
        if (inputs instanceof NoPackages) {
            return left("it has no packages");
        }
        if (inputs instanceof UvLock project) {
            return written((locker, scope) -> locker.lock(project, upgrades));
        }
        Optional<UnlockedInputs> source = inputs instanceof LockedInputs locked
                ? Optional.of(locked.source())
                : inputs instanceof UnlockedInputs unlocked ? Optional.of(unlocked) : Optional.empty();
        if (source.isEmpty()) {
            return left(inputs.summary() + " was made by another tool, and is left to it");
        }
        if (PackageLocker.hashed(source.get())) {
            return left(inputs.summary() + " has exact versions with hashes, and is its own lock");
        }
        if (source.get() instanceof Pyproject project && project.ofUv()) {
            return written((locker, scope) -> locker.lock(project, upgrades));
        }
        Path file = request.pylock();
        return written((locker, scope) -> locker.lock(source.get(), file, scope, upgrades));
    }

    private static LockReport.Packages left(String why) {
        return new LockReport.Packages(Optional.empty(), Optional.of(why));
    }

    private LockReport.Packages written(Work work) throws IOException {
        Runtime runtime = tools.runtimes().provide(new Pins(request, tools.host()).runtime());
        Uv uv = tools.uv(request, runtime);
        Path resolution = new Generations(request.directory()).resolution();
        PackageLocker locker = tools.installer(request, runtime, uv, resolution).locker();
        LockUpdate update = work.run(locker, LockFitting.scope(request, runtime, everywhere));
        return new LockReport.Packages(Optional.of(update), Optional.empty());
    }

    /** What is done with a locker, for a scope. */
    private interface Work {
        LockUpdate run(PackageLocker locker, LockScope scope) throws IOException;
    }
}
