package io.github.pythonenv.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an environment says of itself, for tests of other rooms. */
public final class SampleState {

    /** The same, held. */
    public static EnvironmentState held() {
        return get().with(Optional.of(new Hold(List.of("5e77"))));
    }

    private SampleState() {}

    public static EnvironmentState get() {
        return StateFileTest.state(7, Path.of("store"), new InputDigests("5e77", Map.of(), Map.of()));
    }

    /** The same, made for a project. */
    static EnvironmentState madeFor(Path project) {
        EnvironmentState state = get();
        return new EnvironmentState(
                state.generation(),
                state.created(),
                state.environment(),
                project,
                state.runtime(),
                state.uv(),
                state.inputs(),
                state.entries(),
                state.packages(),
                state.why(),
                state.hold());
    }
}
