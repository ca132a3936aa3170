package io.github.pythonenv.validation;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Standing;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.tuning.Detection;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The environment that is looked at, and what it is looked at with.
 *
 * @param standing what stands there, and what is asked for
 * @param host the machine
 * @param variables the environment of child processes, without the tuning
 * @param tuning the variables that programs in the environment are started with on top
 * @param detection finds out what the machine computes with
 * @param uv the uv that built it, where it is still there
 * @param earlier what was measured before
 * @param settings how it is to be validated
 * @param processes starts programs
 */
public record Subject(
        Standing standing,
        Host host,
        Map<String, String> variables,
        Map<String, String> tuning,
        Supplier<Detection> detection,
        Optional<Path> uv,
        EarlierFigures earlier,
        ValidationSettings settings,
        Processes processes) {

    public Subject {
        variables = Collections.unmodifiableMap(ChildEnvironment.copyOf(variables));
        tuning = Map.copyOf(tuning);
    }

    EnvironmentRequest request() {
        return standing.request();
    }

    Path directory() {
        return request().directory();
    }

    EnvironmentState state() {
        return standing.state();
    }

    /** Whether it came out of an archive: nothing was installed here, and nothing is declared. */
    boolean packed() {
        return runtime().isFrom(Source.PACKED);
    }

    Runtime runtime() {
        return state().runtime();
    }

    boolean windows() {
        return host.platform().windows();
    }

    VenvLayout layout() {
        return new VenvLayout(directory(), windows());
    }

    SitePackages installed() {
        return SitePackages.of(layout(), runtime().version().series());
    }

    /** The environment's interpreter. */
    Python python() {
        return new Python(layout().python(), directory(), variables, processes);
    }
}
