package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.registry.PipSearch;
import io.github.pythonenv.registry.UvAtHand;
import io.github.pythonenv.store.Store;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The uv that makes environments also installs Pythons.
 *
 * @param uv which one
 * @param offline whether it may not be fetched
 */
public record UvForPythons(Host host, Store store, UvChoice uv, boolean offline, ProgressListener listener)
        implements UvAtHand {

    @Override
    public Optional<Path> program() {
        if (uv instanceof UvChoice.Executable own) {
            return Optional.of(own.path());
        }
        Processes processes = new Processes();
        // No runtime was chosen yet whose pip could fetch it. One that is in the store needs none.
        Path python = new PipSearch(host, store, processes).any().orElse(Path.of("python3"));
        try {
            return Optional.of(new UvTool(host.platform(), store, processes, listener)
                    .provide(uv, python, ChildEnvironment.from(host.environment()), offline)
                    .executable());
        } catch (UserFailure e) {
            listener.on(new ProgressEvent.Warning(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
