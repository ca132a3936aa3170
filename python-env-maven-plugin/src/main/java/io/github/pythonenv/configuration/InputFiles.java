package io.github.pythonenv.configuration;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.CondaEnvironment;
import io.github.pythonenv.packages.LockedInputs;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.PipfileLock;
import io.github.pythonenv.packages.PoetryLock;
import io.github.pythonenv.packages.Pylock;
import io.github.pythonenv.packages.Pyproject;
import io.github.pythonenv.packages.Requirements;
import io.github.pythonenv.packages.UvLock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that say what to install, each told by its name. Names only are looked at, and where a name does not tell,
 * the text is searched: a build that has nothing to do asks, and should not wait for the reading of TOML or YAML.
 *
 * @param configured what is wanted of them
 */
record InputFiles(InputConfiguration configured) {

    private static final Pattern FOR_ACCELERATOR =
            Pattern.compile("pylock\\.(cpu|xpu|gpu|cu[0-9]+|(cuda|rocm)[0-9-]*)\\.toml");

    private static final Pattern WORKSPACE = Pattern.compile("(?m)^\\s*\\[\\s*tool\\.uv\\.workspace\\s*]");

    private static final List<String> CONDA = List.of("environment.yml", "environment.yaml");

    /** All that a folder has, the one that counts first. */
    List<PackageInputs> in(Path folder, boolean accelerated) {
        List<PackageInputs> found = new ArrayList<>();
        uvLock(folder).ifPresent(found::add);
        if (accelerated && isLockedForAccelerators(folder)) {
            // Which of them is taken, the accelerator says.
            found.add(new Pylock(folder.resolve("pylock.toml"), configured.extras(), configured.groups()));
        }
        Stream.of("pylock.toml", "poetry.lock", "Pipfile.lock", "requirements.txt")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .flatMap(file -> found(file).stream())
                .forEach(found::add);
        CONDA.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(this::conda)
                .ifPresent(found::add);
        // What only describes a project counts where nothing says more exactly what to install.
        if (found.isEmpty()) {
            described(folder).ifPresent(found::add);
        }
        // What a lock was made from may be gone.
        Path pylock = folder.resolve("pylock.toml");
        if (found.isEmpty() && Files.isRegularFile(pylock)) {
            found.add(pylock(pylock));
        }
        return found;
    }

    private static boolean isLockedForAccelerators(Path folder) {
        if (Files.isRegularFile(folder.resolve("pylock.toml"))) {
            return false;
        }
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "pylock.*.toml")) {
            for (Path lock : locks) {
                if (FOR_ACCELERATOR.matcher(String.valueOf(lock.getFileName())).matches()
                        && !LockedInputs.isLockOfOthers(lock)) {
                    return true;
                }
            }
        } catch (IOException e) {
            // A folder that cannot be listed has no inputs to be found.
        }
        return false;
    }

    private Optional<PackageInputs> found(Path file) {
        return switch (file.getFileName().toString()) {
            case "pylock.toml" -> LockedInputs.isLockOfOthers(file) ? Optional.empty() : Optional.of(pylock(file));
            case "poetry.lock" ->
                Files.isRegularFile(file.resolveSibling("pyproject.toml"))
                        ? Optional.of(poetry(file.resolveSibling("")))
                        : Optional.empty();
            case "Pipfile.lock" -> Optional.of(new PipfileLock(file, configured.groups()));
            default ->
                Optional.of(
                        new Requirements(file.resolveSibling(""), List.of(file), List.of(), configured.constraints()));
        };
    }

    /**
     * What a person named.
     *
     * @param named a file that is told by its name, or a folder with one
     * @throws UserFailure where there is none, or nobody knows what it is
     */
    PackageInputs named(Path named) {
        if (Files.isDirectory(named)) {
            return in(named, false).stream()
                    .findFirst()
                    .orElseThrow(() -> unknown(named, "is a folder that has none of the files known here"));
        }
        if (!Files.isRegularFile(named)) {
            throw unknown(named, "is not there");
        }
        String name = String.valueOf(named.getFileName());
        Path folder = named.resolveSibling("");
        return switch (name) {
            case "uv.lock" -> uvLock(folder).orElseThrow(() -> unknown(named, "has no pyproject.toml beside it"));
            case "poetry.lock" -> poetry(folder);
            case "Pipfile.lock" -> new PipfileLock(named, configured.groups());
            case "Pipfile" -> throw unknown(named, "is no lock; make Pipfile.lock with pipenv lock, and name that");
            case "pyproject.toml" -> pyproject(folder);
            default -> byEnding(named, name);
        };
    }

    private PackageInputs byEnding(Path file, String name) {
        if (name.startsWith("pylock.") && name.endsWith(".toml")) {
            return pylock(file);
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return conda(file);
        }
        if (name.endsWith(".txt") || name.endsWith(".in")) {
            return new Requirements(file.resolveSibling(""), List.of(file), List.of(), configured.constraints());
        }
        throw unknown(file, "is none of the files known here");
    }

    private static UserFailure unknown(Path file, String what) {
        return new UserFailure(
                file + " is configured as <input>, and " + what + ".",
                "Name one of uv.lock, pylock.toml (pylock.NAME.toml), poetry.lock, Pipfile.lock, requirements.txt (*.txt,"
                        + " *.in), environment.yml (*.yml, *.yaml) and pyproject.toml, or a folder with one.");
    }

    /** The lock of the project in a folder: beside its pyproject.toml, or at the root of its workspace. */
    Optional<UvLock> uvLock(Path folder) {
        return UvWorkspace.lockRoot(folder).map(root -> uvLock(root, folder));
    }

    private UvLock uvLock(Path root, Path folder) {
        return new UvLock(
                root,
                configured.memberEnvironment() ? folder : root,
                configured.members(),
                configured.extras(),
                configured.groups(),
                configured.defaultGroups(),
                configured.editable());
    }

    /**
     * A uv project, whose lock need not be there yet.
     *
     * @throws UserFailure where it is none
     */
    UvLock uvProject(Path folder) {
        if (!Files.isRegularFile(folder.resolve("pyproject.toml"))) {
            throw new UserFailure(
                    folder + " is configured as <uvProject>, and has no pyproject.toml.",
                    "Name the folder that has it (-Dpython-env.uvProject=…).");
        }
        return uvLock(folder).orElseGet(() -> uvLock(folder, folder));
    }

    Pylock pylock(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserFailure(
                    file + " is configured as <pylock>, and there is no such file.",
                    "Correct <pylock> (-Dpython-env.pylock=…): it is relative to the project's folder.");
        }
        return new Pylock(file, configured.extras(), configured.groups());
    }

    private PoetryLock poetry(Path folder) {
        return new PoetryLock(
                withoutSlash(folder),
                configured.extras(),
                configured.groups(),
                configured.defaultGroups(),
                configured.editable());
    }

    private Pyproject pyproject(Path folder) {
        return new Pyproject(
                withoutSlash(folder),
                configured.extras(),
                configured.groups(),
                configured.editable(),
                configured.constraints());
    }

    private CondaEnvironment conda(Path file) {
        return new CondaEnvironment(
                file, configured.unmappedConda(), configured.condaNames(), configured.constraints());
    }

    private static Path withoutSlash(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private Optional<PackageInputs> described(Path folder) {
        Path definition = folder.resolve("pyproject.toml");
        try {
            String text = Files.isRegularFile(definition) ? Files.readString(definition) : "";
            if (Pyproject.isProject(text)) {
                return Optional.of(pyproject(folder));
            }
            // The root of a workspace need not be a project itself, and only its lock says what is installed.
            return WORKSPACE.matcher(text).find() ? Optional.of(uvLock(folder, folder)) : Optional.empty();
        } catch (IOException e) {
            throw new UserFailure(
                    definition + " cannot be read: " + FileFault.why(e) + ".",
                    "See that it is UTF-8 text and readable.",
                    e);
        }
    }
}
