package io.github.pythonenv.environment;

import io.github.pythonenv.packages.LockScope;
import io.github.pythonenv.packages.LockUpdate;
import io.github.pythonenv.packages.PackageLocker;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Sees to it that the lock of packages fits the request, before it is installed from. */
record LockFitting(Toolbox tools, EnvironmentRequest request) {

    /**
     * Does it.
     *
     * @param runtime the one here
     * @return whether the lock was written
     * @throws io.github.pythonenv.UserFailure where it does not fit and is not to be changed
     */
    boolean fit(PackageLocker locker, Runtime runtime) throws IOException {
        List<Distribution> everywhere =
                new Pins(request, tools.host()).everywhere().orElse(List.of());
        LockUpdate update = locker.fit(request.inputs(), scope(request, runtime, everywhere))
                .orElse(null);
        if (update == null) {
            return false;
        }
        tools.listener()
                .on(new ProgressEvent.Notice(
                        update.file() + " was out of date and was locked anew: " + update.summary() + ". Commit it."));
        return true;
    }

    /** A lock holds for the Pythons of all platforms, so from the lowest of them on. */
    static LockScope scope(EnvironmentRequest request, Runtime runtime, List<Distribution> everywhere) {
        PythonVersion lowest = Stream.concat(
                        Stream.of(runtime.version()), everywhere.stream().map(Distribution::version))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new LockScope(
                request.python().text(),
                lowest.series(),
                request.tuning().accelerator().toString());
    }
}
