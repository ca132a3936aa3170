package io.github.pythonenv.configuration;

import io.github.pythonenv.runtime.Mirrors;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The places for runtimes that a goal without an environment names. */
public final class RuntimeMirrors {
    private RuntimeMirrors() {}

    /**
     * Reads what a person wrote.
     *
     * @throws io.github.pythonenv.UserFailure where one is malformed
     */
    public static Mirrors of(Optional<String> standaloneMirror, Optional<String> mirrorGroupId) {
        return new SourceRequests(
                        new RuntimeConfiguration(
                                Optional.empty(),
                                standaloneMirror,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Map.of(),
                                mirrorGroupId),
                        Path.of("").toAbsolutePath())
                .mirrors();
    }
}
