package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Completed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Installs a uv project from its lock, which is never changed.
 *
 * @param calls calls for the runtime's interpreter
 * @param inside calls for the environment's interpreter
 */
record UvLockInstall(UvCalls calls, UvCalls inside, InstallSettings settings) {

    void install(UvLock lock, Path directory) throws IOException {
        UvCalls project = calls.in(lock.member());
        UvLockFile file = UvLockFile.read(lock);
        refuseStale(lock, file, project);
        if (IndexInForce.in(calls.variables()).serves(file.registries())) {
            sync(lock, file, project, directory);
        } else {
            exportAndSync(lock, project, directory);
        }
    }

    /** Under another index than its own uv calls any lock stale, so it is asked under the lock's own. */
    private static void refuseStale(UvLock lock, UvLockFile file, UvCalls project) throws IOException {
        String configuration = Files.exists(lock.root().resolve("pyproject.toml"))
                ? Files.readString(lock.root().resolve("pyproject.toml"))
                : "";
        Optional<String> own = file.registries().stream()
                .filter(registry -> !configuration.contains(registry))
                .findFirst();
        UvCalls plain = project.without(IndexInForce.VARIABLES);
        UvCalls asLocked = own.map(registry -> plain.with(Map.of("UV_DEFAULT_INDEX", registry)))
                .orElse(plain);
        if (asLocked.attempt(List.of("lock", "--check", "--offline")).succeeded()) {
            return;
        }
        // What a project says of itself may only be known after a build, which needs the network.
        Completed online = asLocked.attempt(List.of("lock", "--check"));
        String said = String.join("\n  ", online.err());
        if (said.contains("needs to be updated")) {
            throw new UserFailure(
                    lock.file() + " is stale: pyproject.toml asks for something else by now.",
                    "Run uv lock in " + lock.root() + " and commit the result.");
        }
        if (!online.succeeded()) {
            throw ToolFailure.of("Whether " + lock.file() + " is up to date could not be found out", online);
        }
    }

    private void sync(UvLock lock, UvLockFile file, UvCalls project, Path directory) {
        List<String> arguments = new ArrayList<>(List.of("sync", "--frozen"));
        arguments.addAll(lock.selection());
        if (!lock.editable()) {
            // A copy of a local project in uv's cache may be of an earlier state of its sources.
            file.localNames().forEach(name -> arguments.addAll(List.of("--reinstall-package", name)));
        }
        project.with(Map.of("UV_PROJECT_ENVIRONMENT", directory.toString()))
                .call("The packages of " + lock.file() + " could not be installed", arguments);
    }

    private void exportAndSync(UvLock lock, UvCalls project, Path directory) throws IOException {
        Path exported = directory.resolveSibling(directory.getFileName() + "-export.txt");
        try {
            export(lock, project, exported, "--no-emit-local");
            new HashedSync(inside.in(lock.member()), settings).sync(List.of(exported), true, List.of());
            export(lock, project, exported, "--only-emit-local");
            if (!RequirementsFile.read(exported, Map.of()).lines().isEmpty()) {
                inside.in(lock.member())
                        .call(
                                "The projects of " + lock.file() + " could not be installed",
                                List.of("pip", "install", "--no-deps", "--requirements", exported.toString()));
            }
        } finally {
            Files.deleteIfExists(exported);
        }
    }

    private static void export(UvLock lock, UvCalls project, Path file, String which) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "export",
                                "--quiet",
                                "--frozen",
                                "--no-header",
                                "--no-annotate",
                                which,
                                "--output-file",
                                file.toString()),
                        lock.selection().stream())
                .toList();
        project.call("The lock " + lock.file() + " could not be read", arguments);
    }
}
