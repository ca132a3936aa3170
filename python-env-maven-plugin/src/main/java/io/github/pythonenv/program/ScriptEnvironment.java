package io.github.pythonenv.program;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.LockFile;
import io.github.pythonenv.environment.Retention;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Requirements;
import io.github.pythonenv.runtime.RuntimeRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The environment of a script that names its own packages: made like any other, apart from the project's. */
public final class ScriptEnvironment {

    private ScriptEnvironment() {}

    /**
     * The request for it.
     *
     * @param like the project's environment: from where Python and packages come is the same
     * @param script absolute
     * @param folder where environments of scripts are
     */
    public static EnvironmentRequest of(EnvironmentRequest like, Path script, InlineMetadata metadata, Path folder) {
        String name = name(script);
        RuntimeRequest runtime =
                metadata.requiresPython().map(like.runtime()::asking).orElse(like.runtime());
        return new EnvironmentRequest(
                name,
                script.resolveSibling(""),
                folder.resolve(name),
                runtime,
                // What the project locks is for what the project asks for.
                metadata.requiresPython().isPresent() ? new LockFile(like.lock().file(), false) : like.lock(),
                inputs(script, metadata),
                like.uv(),
                like.settings(),
                like.swap(),
                Retention.of(0),
                like.tuning(),
                like.variables(),
                like.force());
    }

    private static PackageInputs inputs(Path script, InlineMetadata metadata) {
        return metadata.dependencies().isEmpty()
                ? new NoPackages()
                : new Requirements(script.resolveSibling(""), List.of(), metadata.dependencies(), List.of());
    }

    /** Scripts of one name in several folders are told apart by a digest of where they lie. */
    private static String name(Path script) {
        String file = String.valueOf(script.getFileName());
        String stem = file.endsWith(".py") ? file.substring(0, file.length() - 3) : file;
        UUID digest = UUID.nameUUIDFromBytes(script.toString().getBytes(StandardCharsets.UTF_8));
        return stem.replaceAll("[^\\p{L}\\p{N}_-]", "_") + "-"
                + digest.toString().substring(0, 8);
    }
}
