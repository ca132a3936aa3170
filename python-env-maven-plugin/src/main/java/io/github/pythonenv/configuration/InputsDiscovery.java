package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Pylock;
import io.github.pythonenv.packages.Requirements;
import io.github.pythonenv.packages.UvLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides what is installed. What is configured counts; where nothing is, the first of {@code uv.lock} beside
 * {@code pyproject.toml}, {@code pylock.toml} and {@code requirements.txt} that the project has.
 *
 * @param project the project's folder
 * @param configured what was configured
 */
record InputsDiscovery(Path project, InputConfiguration configured) {

    private static final String WORKSPACE = "(?m)^\\s*\\[tool\\.uv\\.workspace]|^workspace\\s*=";

    /** The inputs, and what was passed over for them: other files, and settings that are for another kind. */
    record Found(PackageInputs inputs, List<String> passedOver) {}

    /**
     * Decides.
     *
     * @throws UserFailure where kinds of input are configured that exclude each other, or one that is not there
     */
    Found find() {
        List<PackageInputs> found = configured.isExplicit() ? List.of(explicit()) : fromFiles();
        if (found.isEmpty()) {
            return new Found(new NoPackages(), List.of());
        }
        List<String> passedOver = new ArrayList<>();
        for (PackageInputs other : found.subList(1, found.size())) {
            passedOver.add(other.summary());
        }
        passedOver.addAll(unusedSettings(found.get(0)));
        return new Found(found.get(0), passedOver);
    }

    private List<String> unusedSettings(PackageInputs inputs) {
        List<String> unused = new ArrayList<>();
        boolean requirements = inputs instanceof Requirements;
        if (!requirements && !configured.constraints().isEmpty()) {
            unused.add("<constraints>");
        }
        if (requirements && !configured.extras().isEmpty()) {
            unused.add("<extras>");
        }
        if (requirements && !configured.groups().isEmpty()) {
            unused.add("<groups>");
        }
        return unused;
    }

    private PackageInputs explicit() {
        List<String> named = new ArrayList<>();
        if (configured.unlocked()) {
            named.add("<packages> or <requirements>");
        }
        configured.uvProject().ifPresent(folder -> named.add("<uvProject>"));
        configured.pylock().ifPresent(file -> named.add("<pylock>"));
        if (named.size() > 1) {
            throw new UserFailure(
                    String.join(" and ", named) + " are configured together. A lock says completely what is installed.",
                    "Keep one of them. Add further packages to the project that the lock is made from.");
        }
        if (configured.uvProject().isPresent()) {
            return uvLock(configured.uvProject().get())
                    .orElseThrow(() -> noLock(configured.uvProject().get()));
        }
        return configured.pylock().isPresent()
                ? pylock(configured.pylock().get())
                : new Requirements(project, configured.requirements(), configured.packages(), configured.constraints());
    }

    private List<PackageInputs> fromFiles() {
        List<PackageInputs> found = new ArrayList<>();
        Optional<UvLock> lock = uvLock(project);
        if (lock.isPresent()) {
            found.add(lock.get());
        }
        Path pylock = project.resolve("pylock.toml");
        if (Files.isRegularFile(pylock)) {
            found.add(pylock(pylock));
        }
        Path requirements = project.resolve("requirements.txt");
        if (Files.isRegularFile(requirements)) {
            found.add(new Requirements(project, List.of(requirements), List.of(), configured.constraints()));
        }
        return found;
    }

    private Pylock pylock(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserFailure(
                    file + " is configured as <pylock>, and there is no such file.",
                    "Correct <pylock> (-Dpython-env.pylock=…): it is relative to the project's folder.");
        }
        return new Pylock(file, configured.extras(), configured.groups());
    }

    /** The lock of the project in a folder: beside its pyproject.toml, or at the root of its workspace. */
    private Optional<UvLock> uvLock(Path folder) {
        if (!Files.isRegularFile(folder.resolve("pyproject.toml"))) {
            return Optional.empty();
        }
        return lockRoot(folder)
                .map(root -> new UvLock(
                        root,
                        configured.memberEnvironment() ? folder : root,
                        configured.extras(),
                        configured.groups(),
                        configured.defaultGroups(),
                        configured.editable()));
    }

    private static Optional<Path> lockRoot(Path folder) {
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
                    "Whether " + folder + " is a member of the uv workspace in " + root + " cannot be read: " + e,
                    "See that pyproject.toml and uv.lock there are UTF-8 text and readable.",
                    e);
        }
    }

    private static UserFailure noLock(Path folder) {
        return new UserFailure(
                folder + " is configured as <uvProject>, and has no pyproject.toml with a uv.lock.",
                "Run uv lock there, or name the folder that has them.");
    }
}
