package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Installs exact versions, each with its hashes, and nothing else.
 *
 * @param inside calls for the environment's interpreter, in the folder that relative paths refer to
 * @param wheels folders that have wheels
 * @param scratch a file beside which others may be made
 * @param again packages to fetch and install anew, past uv's cache
 */
record PinnedInstall(UvCalls inside, LocalWheels wheels, Path scratch, List<String> again) {

    /**
     * @param name what the lock is called in messages of uv
     * @param what what could not be done if it fails, as the beginning of a sentence
     */
    void install(String name, PinnedLines pinned, String what) throws IOException {
        pinned.remarks().forEach(text -> inside.listener().on(new ProgressEvent.Warning(text)));
        try (ScratchFile exact = ScratchFile.of(scratch, name, pinned.lines())) {
            List<String> arguments = new ArrayList<>(List.of("pip", "sync", "--allow-empty-requirements"));
            arguments.add(exact.path().toString());
            RequirementsFiles read = RequirementsFiles.written(inside.folder(), exact.path());
            requireHashes(name, read);
            arguments.add(read.strictHashChecking());
            arguments.addAll(wheels.arguments());
            arguments.addAll(LocalProject.builtAnew(pinned.copies()));
            again.forEach(one -> arguments.addAll(List.of("--reinstall-package", one)));
            if (again.isEmpty()) {
                inside.callOnCacheFirst(what, arguments);
            } else {
                inside.call(what, arguments);
            }
        }
    }

    /** Where something cannot have a hash, uv checks those that are there, and would let through what lacks one. */
    private static void requireHashes(String name, RequirementsFiles read) {
        Optional<RequirementLine> unhashed = read.strictHashChecking().equals("--require-hashes")
                ? Optional.<RequirementLine>empty()
                : read.unhashed();
        unhashed.ifPresent(line -> {
            throw new UserFailure(
                    name + " has no hash for " + line.text() + ", so what is fetched for it could be anything.",
                    "Make the lock anew with the tool that it is from.");
        });
    }
}
