package io.github.pythonenv.environment;

import io.github.pythonenv.packages.PipIndex;
import io.github.pythonenv.packages.Uv;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.registry.PipSearch;
import io.github.pythonenv.runtime.MirrorGroup;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.runtime.VersionRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where uv is got: from the store, a mirror, or the package index by some pip.
 *
 * @param tools whose store it is kept in, and what fetches it
 */
public record UvSupply(Toolbox tools) {

    /** The uv for a request, got with the help of a runtime where it is not there yet. */
    Uv provide(EnvironmentRequest request, Runtime runtime) {
        return tool(request.runtime().mirrors())
                .provide(
                        new Pins(request, tools.host()).uv(),
                        () -> pip(runtime, request.runtime()),
                        fetching(request),
                        request.settings().offline());
    }

    /** The uv that built an environment, where it is still there; one that was packed elsewhere has none. */
    public Optional<Path> builder(EnvironmentRequest request, EnvironmentState standing) {
        if (request.uv() instanceof UvChoice.Executable own) {
            return Optional.of(own.path()).filter(Files::isExecutable);
        }
        return tool().stored(standing.uv());
    }

    UvTool tool() {
        return new UvTool(tools.host().platform(), tools.store(), tools.processes(), tools.listener());
    }

    /** The same where an organisation's mirror may have uv. */
    UvTool tool(Mirrors mirrors) {
        return mirrors.groupId().isEmpty()
                ? tool()
                : new UvTool(
                        tools.host().platform(),
                        tools.store(),
                        (version, platform) -> mirrored(mirrors.groupId().get(), version, platform),
                        tools.processes(),
                        tools.listener());
    }

    private Optional<Path> mirrored(String groupId, String version, String platform) {
        Optional<Path> found = tools.supplies().get().artifacts().find(new MirrorGroup(groupId).uv(version, platform));
        if (found.isEmpty()) {
            tools.listener()
                    .on(new ProgressEvent.Notice("The mirror " + groupId + " has no uv " + version + " for " + platform
                            + "; the package index is asked."));
        }
        return found;
    }

    /** An interpreter to fetch uv with, for an environment on that runtime. */
    Path pip(Runtime runtime, RuntimeRequest request) {
        return pips().preferring(runtime).orElseGet(() -> fetchedWithPip(request.mirrors(), request.offline()));
    }

    /** Any interpreter to fetch uv with. */
    Path pip(Mirrors mirrors, boolean offline) {
        return pips().any().orElseGet(() -> fetchedWithPip(mirrors, offline));
    }

    private PipSearch pips() {
        return new PipSearch(tools.host(), tools.store(), tools.processes());
    }

    private Path fetchedWithPip(Mirrors mirrors, boolean offline) {
        tools.listener()
                .on(new ProgressEvent.Notice(
                        "No Python on this machine has pip, which fetches uv. One that has it is put into the store."));
        return tools.withoutMachinePythons()
                .runtimes()
                .provide(new RuntimeRequest(VersionRequest.any(), new SourceRequest.Auto(), mirrors, false, offline))
                .executable();
    }

    /** The environment of a pip that fetches uv. */
    public Map<String, String> fetching(EnvironmentRequest request) {
        Map<String, String> variables = request.settings().wheels().forPip(tools.fetching(request), "uv-");
        return PipIndex.in(
                variables,
                request.settings(),
                tools.supplies().get().network().get().logins());
    }
}
