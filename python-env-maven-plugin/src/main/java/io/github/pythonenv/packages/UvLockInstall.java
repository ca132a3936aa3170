package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Installs a uv project from its lock as it is: {@link PackageLocker} sees to it that it fits.
 *
 * @param calls calls for the runtime's interpreter
 * @param inside calls for the environment's interpreter
 * @param wheels folders that have wheels
 * @param torch where PyTorch's wheels come from, if not from where the lock says
 * @param environment the environment's folder, absolute
 * @param scratch a file beside which others may be made
 * @param again packages to fetch and install anew, past uv's cache
 */
record UvLockInstall(
        UvCalls calls,
        UvCalls inside,
        LocalWheels wheels,
        Optional<TorchWheels> torch,
        Path environment,
        Path scratch,
        List<String> again) {

    void install(UvLock lock) throws IOException {
        UvLockFile file = UvLockFile.read(lock);
        UvCalls project = calls.in(lock.member());
        boolean mirrored = file.registries().stream()
                .anyMatch(address -> !TorchWheels.inPlaceOf(address, torch).equals(address));
        if (!mirrored && IndexInForce.in(lock.root(), calls.variables(), wheels).serves(file.registries())) {
            sync(lock);
        } else {
            exportAndSync(lock, file, project);
        }
    }

    /** uv takes what it installs from the addresses in the lock, from its cache first. */
    private void sync(UvLock lock) {
        List<String> arguments = new ArrayList<>(List.of("sync", "--frozen"));
        arguments.addAll(lock.selection());
        arguments.addAll(builtAnew(lock));
        inside.on(calls.python(), inside.made())
                .in(lock.member())
                .with(Map.of("UV_PROJECT_ENVIRONMENT", environment.toString()))
                .call("The packages of " + lock.file() + " could not be installed", arguments);
    }

    /** Another index than the lock's own serves here: the versions and hashes of the lock, the addresses of the index. */
    private void exportAndSync(UvLock lock, UvLockFile file, UvCalls project) throws IOException {
        try (ScratchFile exported = ScratchFile.of(scratch, "uv.lock", List.of())) {
            List<String> export = new ArrayList<>(List.of("export", "--frozen", "--no-header", "--no-annotate"));
            export.addAll(List.of("--output-file", exported.path().toString()));
            export.addAll(lock.selection());
            project.call("The lock " + lock.file() + " could not be read", export);

            List<String> sync = new ArrayList<>(List.of("pip", "sync", "--allow-empty-requirements"));
            sync.add(exported.path().toString());
            sync.add(RequirementsFiles.written(lock.member(), exported.path()).hashChecking());
            sync.addAll(wheels.arguments());
            sync.addAll(builtAnew(lock));
            UvCalls withItsIndexes = wheels.only()
                    ? inside.in(lock.member())
                    : inside.in(lock.member()).with(ProjectIndexes.of(lock, file, torch, inside.variables()));
            String what = "The packages of " + lock.file() + " could not be installed from the index configured here";
            if (again.isEmpty()) {
                withItsIndexes.callOnCacheFirst(what, sync);
            } else {
                withItsIndexes.call(what, sync);
            }
        }
    }

    private List<String> builtAnew(UvLock lock) {
        List<String> arguments = new ArrayList<>(LocalProject.builtAnew(lock.copies()));
        again.forEach(name -> arguments.addAll(List.of("--reinstall-package", name)));
        return arguments;
    }
}
