package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.LockFile;
import io.github.pythonenv.packages.CondaEnvironment;
import io.github.pythonenv.packages.LockMode;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.packages.PipfileLock;
import io.github.pythonenv.packages.PoetryLock;
import io.github.pythonenv.packages.Pyproject;
import io.github.pythonenv.packages.UvLock;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.DiscoveredRequest;
import io.github.pythonenv.runtime.RuntimeRequest;
import io.github.pythonenv.runtime.VersionRequest;
import io.github.pythonenv.runtime.VersionRequests;
import java.nio.file.Path;
import java.util.Optional;

/** Makes requests of what was configured and what a project's files say. */
public final class EnvironmentRequests {

    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*";

    private EnvironmentRequests() {}

    /**
     * The request for one environment. Its inputs are {@link io.github.pythonenv.packages.NoPackages} where neither the
     * configuration nor a file names any.
     *
     * <p>Which Python will do says the configuration; else {@code .python-version}; else the lock or file that is
     * installed from; else {@code requires-python} in {@code pyproject.toml}; else any will.
     *
     * @param packed where packed environments are found
     * @param listener hears which files were taken and which passed over
     * @throws UserFailure where the configuration contradicts itself or cannot be understood
     */
    public static EnvironmentRequest from(
            EnvironmentConfiguration configuration, PackedArchives packed, ProgressListener listener) {
        check(configuration);
        InputsDiscovery.Found found = new InputsDiscovery(
                        configuration.project(),
                        configuration.inputs(),
                        configuration.tuning().accelerator().set())
                .find();
        if (!found.passedOver().isEmpty()) {
            listener.on(new ProgressEvent.Notice("Installing from "
                    + found.inputs().summary() + "; passed over: " + String.join(", ", found.passedOver()) + "."));
        }
        EnvironmentRequest request = new EnvironmentRequest(
                configuration.name(),
                configuration.project(),
                directory(configuration, found.inputs()),
                runtime(configuration, found.inputs(), packed, listener),
                lock(configuration, found.inputs()),
                found.inputs(),
                configuration.uv(),
                configuration.settings(),
                configuration.swap(),
                configuration.retention(),
                configuration.tuning(),
                configuration.variables(),
                configuration.force());
        return request.byLock();
    }

    /** A lock that does not count is none; and what was packed is what it is. */
    private static LockFile lock(EnvironmentConfiguration configuration, PackageInputs inputs) {
        LockFile lock = LockFile.at(
                configuration.lockFile().orElseGet(() -> configuration.project().resolve(LockFile.NAME)));
        return configuration.settings().locks().mode() == LockMode.OFF || inputs instanceof Packed
                ? new LockFile(lock.file(), false)
                : lock;
    }

    private static void check(EnvironmentConfiguration configuration) {
        if (!configuration.name().equals(ConfiguredEnvironment.UNNAMED)
                && !configuration.name().matches(NAME)) {
            throw new UserFailure(
                    "<environment> is '" + configuration.name() + "', which cannot be part of a folder's name.",
                    "Take letters, digits, '-', '_' and '.', with a letter or digit first.");
        }
        int generations = configuration.retention().generations().orElse(0);
        if (generations < 0) {
            throw new UserFailure("<keepGenerations> is " + generations + ".", "Take 0 for none, or more.");
        }
        int days = configuration.retention().days().orElse(1);
        if (days < 1) {
            throw new UserFailure(
                    "<keepDays> is " + days + ".", "Take 1 or more; to keep none, set <keepGenerations> to 0.");
        }
        if (configuration.settings().deadline().toSeconds() < 1) {
            throw new UserFailure(
                    "<timeout> is " + configuration.settings().deadline().toSeconds() + " seconds.",
                    "Take 1 or more, or leave it away.");
        }
    }

    private static Path directory(EnvironmentConfiguration configuration, PackageInputs inputs) {
        boolean plain = configuration.only() || configuration.name().equals(ConfiguredEnvironment.UNNAMED);
        String name = plain ? ".venv" : ".venv-" + configuration.name();
        // The members of a uv workspace share what stands at its root.
        Path home = inputs instanceof UvLock lock ? lock.member() : configuration.project();
        return configuration
                .directory()
                .orElse(home.resolve(name))
                .toAbsolutePath()
                .normalize();
    }

    private static RuntimeRequest runtime(
            EnvironmentConfiguration configuration,
            PackageInputs inputs,
            PackedArchives packed,
            ProgressListener listener) {
        SourceRequests sources = new SourceRequests(configuration.runtime(), configuration.project());
        return new RuntimeRequest(
                python(configuration, inputs, listener),
                inputs instanceof Packed ? packed.source(configuration) : sources.source(),
                sources.mirrors(),
                configuration.upgrade(),
                configuration.settings().offline());
    }

    private static VersionRequest python(
            EnvironmentConfiguration configuration, PackageInputs inputs, ProgressListener listener) {
        if (configuration.pythonVersion().isPresent()) {
            try {
                return VersionRequest.parse(configuration.pythonVersion().get());
            } catch (UserFailure e) {
                throw new UserFailure("<pythonVersion>: " + e.getMessage(), e.hint(), e);
            }
        }
        Optional<DiscoveredRequest> discovered = discovered(configuration.project(), inputs);
        return discovered.isPresent() ? told(discovered.get(), listener) : VersionRequest.any();
    }

    /** Which Python the files of a project ask for, and which of them it is. */
    static Optional<DiscoveredRequest> discovered(Path project, PackageInputs inputs) {
        if (inputs instanceof Packed) {
            // It has its Python with it.
            return Optional.empty();
        }
        if (inputs instanceof UvLock lock) {
            Optional<DiscoveredRequest> file = VersionRequests.discover(lock.member())
                    .filter(found -> found.origin().endsWith(".python-version"));
            // What the lock says holds for all members; a member's pyproject.toml may ask for less.
            return file.or(() -> lock.requiresPython()
                            .map(text -> new DiscoveredRequest(VersionRequest.parse(text), lock.file())))
                    .or(() -> VersionRequests.discover(lock.member()));
        }
        Optional<DiscoveredRequest> file = VersionRequests.discover(project);
        return file.filter(found -> found.origin().endsWith(".python-version"))
                .or(() -> ofInputs(inputs))
                .or(() -> file);
    }

    /** What other tools' files say of Python. */
    private static Optional<DiscoveredRequest> ofInputs(PackageInputs inputs) {
        if (inputs instanceof PoetryLock lock) {
            return lock.python().map(text -> request(text, lock.file()));
        }
        if (inputs instanceof PipfileLock lock) {
            return lock.python().map(text -> request(text, lock.file()));
        }
        if (inputs instanceof CondaEnvironment environment) {
            return environment.python().map(text -> request(text, environment.file()));
        }
        return inputs instanceof Pyproject pyproject
                ? pyproject.python().map(text -> request(text, pyproject.file()))
                : Optional.empty();
    }

    private static DiscoveredRequest request(String text, Path origin) {
        return new DiscoveredRequest(VersionRequest.parse(text), origin);
    }

    private static VersionRequest told(DiscoveredRequest discovered, ProgressListener listener) {
        listener.on(new ProgressEvent.Detail(
                "Python " + discovered.request().text() + ", as " + discovered.origin() + " says."));
        return discovered.request();
    }
}
