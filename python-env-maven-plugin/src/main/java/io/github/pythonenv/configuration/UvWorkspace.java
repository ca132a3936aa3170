package io.github.pythonenv.configuration;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the {@code uv.lock} of a project: beside its pyproject.toml, or at the root of its workspace. */
final class UvWorkspace {

    private static final String WORKSPACE = "(?m)^\\s*\\[tool\\.uv\\.workspace]|^workspace\\s*=";

    private UvWorkspace() {}

    /** The folder of the lock. */
    static Optional<Path> lockRoot(Path folder) {
        if (!Files.isRegularFile(folder.resolve("pyproject.toml"))) {
            return Optional.empty();
        }
        if (Files.isRegularFile(folder.resolve("uv.lock"))) {
            return Optional.of(folder);
        }
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve("uv.lock")) && isMember(above, folder)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /** Whether the lock of a folder above locks this project, too. */
    private static boolean isMember(Path root, Path folder) {
        try {
            String relative = root.relativize(folder).toString().replace('\\', '/');
            return Files.isRegularFile(root.resolve("pyproject.toml"))
                    && Pattern.compile(WORKSPACE)
                            .matcher(Files.readString(root.resolve("pyproject.toml")))
                            .find()
                    && Files.readString(root.resolve("uv.lock")).contains(" = \"" + relative + "\" }");
        } catch (IOException e) {
            throw new UserFailure(
                    "Whether " + folder + " is a member of the uv workspace in " + root + " cannot be read: "
                            + FileFault.why(e) + ".",
                    "See that pyproject.toml and uv.lock there are UTF-8 text and readable.",
                    e);
        }
    }
}
