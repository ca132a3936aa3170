package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.Optional;

/** A place besides the package index that may have the wheels of uv: an organisation's own repository. */
@FunctionalInterface
public interface UvMirror {

    /** There is no such place. */
    UvMirror NONE = (version, platform) -> Optional.empty();

    /**
     * Finds a wheel.
     *
     * @param version of uv
     * @param platform as {@link UvTool#platforms()} names it
     * @return the wheel, whose digest nobody has looked at yet; nothing if that place does not have it
     */
    Optional<Path> wheel(String version, String platform);
}
