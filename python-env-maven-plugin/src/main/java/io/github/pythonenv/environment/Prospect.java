package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.RuntimeChoice;
import java.util.List;

/**
 * What building an environment would begin with here.
 *
 * @param runtime the runtime that it would stand on
 * @param needs the room that it surely takes
 */
public record Prospect(RuntimeChoice runtime, List<SpaceNeed> needs) {

    public Prospect {
        needs = List.copyOf(needs);
    }
}
