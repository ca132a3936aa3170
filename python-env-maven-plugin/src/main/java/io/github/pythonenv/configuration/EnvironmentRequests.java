package io.github.pythonenv.configuration;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.UvLock;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.DiscoveredRequest;
import io.github.pythonenv.runtime.VersionRequest;
import io.github.pythonenv.runtime.VersionRequests;
import java.nio.file.Path;

/** Makes requests of what was configured and what a project's files say. */
public final class EnvironmentRequests {

    private EnvironmentRequests() {}

    /**
     * The request for one environment. Its inputs are {@link io.github.pythonenv.packages.NoPackages} where neither the
     * configuration nor a file names any.
     *
     * @param listener hears which files were taken and which passed over
     * @throws io.github.pythonenv.UserFailure where the configuration contradicts itself or cannot be understood
     */
    public static EnvironmentRequest from(EnvironmentConfiguration configuration, ProgressListener listener) {
        InputsDiscovery.Found found = new InputsDiscovery(configuration.project(), configuration.inputs()).find();
        if (!found.passedOver().isEmpty()) {
            listener.on(new ProgressEvent.Notice("Installing from "
                    + found.inputs().summary() + "; passed over: " + String.join(", ", found.passedOver()) + "."));
        }
        return new EnvironmentRequest(
                configuration.name(),
                configuration.project(),
                directory(configuration, found.inputs()),
                python(configuration, listener),
                found.inputs(),
                configuration.uv(),
                configuration.settings(),
                configuration.swap(),
                configuration.keepGenerations(),
                configuration.upgrade(),
                configuration.force());
    }

    private static Path directory(EnvironmentConfiguration configuration, PackageInputs inputs) {
        String name = configuration.name().equals("default") ? ".venv" : ".venv-" + configuration.name();
        // The members of a uv workspace share what stands at its root.
        Path home = inputs instanceof UvLock lock ? lock.member() : configuration.project();
        return configuration
                .directory()
                .orElseGet(() -> home.resolve(name))
                .toAbsolutePath()
                .normalize();
    }

    private static VersionRequest python(EnvironmentConfiguration configuration, ProgressListener listener) {
        return configuration
                .pythonVersion()
                .map(VersionRequest::parse)
                .orElseGet(() -> VersionRequests.discover(configuration.project())
                        .map(discovered -> told(discovered, listener))
                        .orElseGet(VersionRequest::any));
    }

    private static VersionRequest told(DiscoveredRequest discovered, ProgressListener listener) {
        listener.on(new ProgressEvent.Detail(
                "Python " + discovered.request().text() + ", as " + discovered.origin() + " says."));
        return discovered.request();
    }
}
