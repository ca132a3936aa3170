package io.github.pythonenv.environment;

import io.github.pythonenv.environment.Observation.Target;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.RuntimeChoice;
import java.util.List;
import java.util.Optional;

/** Looks ahead at what building environments would meet. Changes nothing. */
public final class Prospects {

    private final Toolbox tools;

    public Prospects(Toolbox tools) {
        this.tools = tools.quiet().looking();
    }

    /**
     * What building an environment would begin with.
     *
     * @throws io.github.pythonenv.UserFailure where no runtime that is asked for can be had
     */
    public Prospect of(EnvironmentRequest request) {
        Optional<Runtime> stands = StateFile.read(request.directory())
                .map(EnvironmentState::runtime)
                .filter(request.runtime()::accepts)
                .filter(Runtime::stands);
        if (stands.isPresent()) {
            return new Prospect(new RuntimeChoice.Ready(stands.get()), List.of());
        }
        RuntimeChoice choice = tools.choose(request);
        return new Prospect(choice, DiskSpace.needs(tools, request, choice));
    }

    /** Who has the place of an environment. */
    public enum Occupant {
        NOBODY,
        /** An environment that this plugin made. */
        OURS,
        /** One that something else made. */
        FOREIGN
    }

    /**
     * What stands where an environment belongs.
     *
     * @throws io.github.pythonenv.UserFailure where it is something that must not be touched
     */
    public Occupant occupant(EnvironmentRequest request) {
        Target target = Observer.target(request.directory(), tools.windows());
        if (target instanceof Target.Occupied occupied) {
            throw Planner.inTheWay(request, occupied);
        }
        return target instanceof Target.Ours
                ? Occupant.OURS
                : target instanceof Target.Foreign ? Occupant.FOREIGN : Occupant.NOBODY;
    }
}
