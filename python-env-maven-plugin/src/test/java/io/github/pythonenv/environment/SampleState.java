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
}
