package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.registry.UvAtHand;
import io.github.pythonenv.runtime.Mirrors;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The uv that makes environments also installs Pythons.
 *
 * @param tools what it is fetched with, where it is not there yet
 * @param uv which one
 * @param mirrors where else it is to be had
 * @param offline whether it may not be fetched
 * @param variables the environment of the pip that fetches it
 */
public record UvForPythons(
        Toolbox tools, UvChoice uv, Mirrors mirrors, boolean offline, Supplier<Map<String, String>> variables)
        implements UvAtHand {

    /** The one for a request. */
    public static UvForPythons of(Toolbox tools, EnvironmentRequest request) {
        return new UvForPythons(
                tools,
                request.uv(),
                request.runtime().mirrors(),
                request.settings().offline(),
                () -> new UvSupply(tools).fetching(request));
    }

    /** One for no environment. */
    public static UvForPythons of(Toolbox tools, UvChoice uv, boolean offline) {
        return new UvForPythons(tools, uv, Mirrors.NONE, offline, tools::fetching);
    }

    @Override
    public Optional<Path> program() {
        if (uv instanceof UvChoice.Executable own) {
            return Optional.of(own.path());
        }
        try {
            UvSupply supply = new UvSupply(tools);
            return Optional.of(supply.tool(mirrors)
                    .provide(uv, () -> supply.pip(mirrors, offline), variables.get(), offline)
                    .executable());
        } catch (UserFailure e) {
            tools.warn(e.getMessage() + " " + e.hint());
            return Optional.empty();
        }
    }
}
