package io.github.pythonenv.environment;

import io.github.pythonenv.runtime.MavenArtifact;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The repository that {@link Mirror} fills. */
public interface MirrorRepository {

    /** A file that it has by now; nothing if it does not have it. */
    Optional<Path> find(MavenArtifact artifact);

    /**
     * Adds files, all or none as far as it can.
     *
     * @throws io.github.pythonenv.UserFailure if it does not take them
     */
    void deploy(Map<MavenArtifact, Path> files);
}
