package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A project that no lock stands beside: itself, if it can be built, and what it asks for.
 *
 * @param folder the folder of {@code pyproject.toml}, absolute
 * @param extras extras to install
 * @param groups dependency groups to install
 * @param editable whether the project is installed editable
 * @param constraints constraints files, absolute
 * @param packages further requirements
 */
public record Pyproject(
        Path folder,
        List<String> extras,
        List<String> groups,
        boolean editable,
        List<Path> constraints,
        List<String> packages)
        implements UnlockedInputs {

    private static final Pattern PROJECT =
            Pattern.compile("(?m)^\\s*\\[\\s*(?:project|dependency-groups|tool\\.poetry(?:\\.dependencies)?)\\s*]");
    private static final Pattern POETRY = Pattern.compile("(?m)^\\s*\\[\\s*tool\\.poetry\\.dependencies\\s*]");

    public Pyproject {
        extras = List.copyOf(extras);
        groups = List.copyOf(groups);
        constraints = List.copyOf(constraints);
        packages = List.copyOf(packages);
    }

    /** With nothing further. */
    public Pyproject(Path folder, List<String> extras, List<String> groups, boolean editable, List<Path> constraints) {
        this(folder, extras, groups, editable, constraints, List.of());
    }

    @Override
    public Pyproject with(List<String> more) {
        return new Pyproject(folder, extras, groups, editable, constraints, more);
    }

    /** {@code pyproject.toml}. */
    public Path file() {
        return folder.resolve("pyproject.toml");
    }

    /**
     * Whether a {@code pyproject.toml} asks for anything to be installed; many only configure tools.
     *
     * @param text its contents
     */
    public static boolean isProject(String text) {
        return PROJECT.matcher(text).find();
    }

    /** Whether uv manages it: then its lock is a {@code uv.lock}. */
    public boolean ofUv() {
        return TomlFile.read(file(), "Correct " + file() + ".").path("tool").has("uv");
    }

    /** The versions of Python that a project of Poetry asks for; what others ask for stands in {@code requires-python}. */
    public Optional<String> python() {
        try {
            // By a pattern first: a build that has nothing to do asks, and should not wait for a TOML library.
            if (!POETRY.matcher(Files.readString(file())).find()) {
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new UserFailure(file() + " cannot be read: " + FileFault.why(e) + ".", "Check the file.", e);
        }
        ProjectTables tables = ProjectTables.read(this);
        return tables.ofPoetry() ? tables.poetry().python() : Optional.empty();
    }

    @Override
    public Requirements requirements() {
        return new Requirements(folder, List.of(), ProjectTables.read(this).lines(), constraints).with(packages);
    }

    @Override
    public List<String> resolverArguments() {
        return ProjectTables.read(this).resolverArguments();
    }

    @Override
    public List<Path> inputFiles() {
        ProjectTables tables = ProjectTables.read(this);
        // Not there yet, uv.toml would count when it appeared.
        Set<Path> files = new LinkedHashSet<>(List.of(file(), folder.resolve("uv.toml")));
        if (tables.isPackage()) {
            files.addAll(new LocalProject(folder).definition());
        }
        tables.locals().forEach(local -> files.addAll(LocalProject.inputFiles(local)));
        files.addAll(requirements().inputFiles());
        return List.copyOf(files);
    }

    @Override
    public List<Path> sourceTrees() {
        return requirements().sourceTrees();
    }

    @Override
    public String describe() {
        return "pyproject " + folder + " extras " + extras + " groups " + groups + " editable " + editable
                + " constraints " + constraints + " packages " + packages + " "
                + ResolverVariables.describe(System.getenv());
    }

    @Override
    public String summary() {
        List<String> parts = new ArrayList<>(List.of("pyproject.toml"));
        if (!extras.isEmpty()) {
            parts.add("extras " + extras);
        }
        if (!groups.isEmpty()) {
            parts.add("groups " + groups);
        }
        return String.join(", ", parts);
    }
}
