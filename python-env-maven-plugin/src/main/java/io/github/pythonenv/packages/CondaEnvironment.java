package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an {@code environment.yml} of conda asks for, taken from the Python index: all that it asks of pip, and those of
 * conda's packages whose name there is known.
 *
 * @param file the file, absolute
 * @param unmapped what is done about the others
 * @param names what packages of conda are called there, by the user's word; an empty name leaves one out
 * @param constraints constraints files, absolute
 * @param packages further requirements
 */
public record CondaEnvironment(
        Path file, UnmappedConda unmapped, Map<String, String> names, List<Path> constraints, List<String> packages)
        implements UnlockedInputs {

    private static final Pattern PYTHON =
            Pattern.compile("(?m)^\\s*-\\s*[\"']?(?<spec>(?:[\\w-]+::)?python(?![\\w-])[^\"'#\\n]*)");

    public CondaEnvironment {
        names = Map.copyOf(names);
        constraints = List.copyOf(constraints);
        packages = List.copyOf(packages);
    }

    /** With nothing further. */
    public CondaEnvironment(Path file, UnmappedConda unmapped, Map<String, String> names, List<Path> constraints) {
        this(file, unmapped, names, constraints, List.of());
    }

    @Override
    public CondaEnvironment with(List<String> more) {
        return new CondaEnvironment(file, unmapped, names, constraints, more);
    }

    /** The version of Python that it asks for. */
    public Optional<String> python() {
        try {
            // By a pattern: a build that has nothing to do asks, and should not wait for a YAML library.
            Matcher said = PYTHON.matcher(Files.readString(file));
            return said.find()
                    ? CondaSpec.parse(said.group("spec")).flatMap(CondaSpec::pythonRequest)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UserFailure(file + " cannot be read: " + FileFault.why(e) + ".", "Check the file.", e);
        }
    }

    @Override
    public Requirements requirements() {
        CondaFile read = CondaFile.read(file);
        Mapped mapped = mapped(read);
        if (!mapped.unknown().isEmpty() && unmapped != UnmappedConda.IGNORE) {
            throw new UserFailure(
                    file + " asks for packages of conda of which it is not known what they are on the Python index: "
                            + String.join(", ", mapped.unknown()) + ".",
                    "Say it in python-env.json with \"conda\": {\"names\": {\"<conda's name>\": \"<name there>\"}}, an empty"
                            + " name for what is not needed; or leave out all such with \"unmapped\": \"ignore\".");
        }
        List<String> wanted = new ArrayList<>(mapped.packages());
        List<Path> files = new ArrayList<>();
        List<Path> bounds = new ArrayList<>(constraints);
        RequirementSyntax syntax = new RequirementSyntax(folder(), System.getenv());
        for (String line : read.pip()) {
            RequirementLine said =
                    syntax.read(folder(), new RequirementLine.Location(file.toString(), 1), line.strip());
            if (said instanceof RequirementLine.Nested nested) {
                (nested.constraint() ? bounds : files).add(nested.file());
            } else {
                wanted.add(IndexOptions.option(said).orElse(said.text()));
            }
        }
        return new Requirements(folder(), files, wanted, bounds).with(packages);
    }

    @Override
    public List<String> remarks() {
        List<String> unknown = mapped(CondaFile.read(file)).unknown();
        return unknown.isEmpty()
                ? List.of()
                : List.of("Of " + file.getFileName() + " these packages of conda are left out: "
                        + String.join(", ", unknown) + ".");
    }

    /** What conda is asked for: as requirements, and what nobody knows. */
    private record Mapped(List<String> packages, List<String> unknown) {}

    private Mapped mapped(CondaFile read) {
        CondaNames known = CondaNames.with(names);
        Mapped mapped = new Mapped(new ArrayList<>(), new ArrayList<>());
        for (String text : read.conda()) {
            Optional<CondaSpec> spec = CondaSpec.parse(text);
            if (spec.filter(one -> known.leftOut(one.name())).isEmpty()) {
                spec.flatMap(one -> requirement(one, known))
                        .ifPresentOrElse(mapped.packages::add, () -> mapped.unknown.add(text));
            }
        }
        return mapped;
    }

    private Optional<String> requirement(CondaSpec spec, CondaNames known) {
        Optional<String> name = known.of(spec.name());
        if (name.isEmpty() && unmapped == UnmappedConda.SAME_NAME) {
            name = Optional.of(spec.name());
        }
        return name.flatMap(there -> spec.specifier().map(version -> there + version));
    }

    private Path folder() {
        return file.resolveSibling("");
    }

    @Override
    public List<Path> inputFiles() {
        Set<Path> files = new LinkedHashSet<>(List.of(file));
        files.addAll(requirements().inputFiles());
        return List.copyOf(files);
    }

    @Override
    public List<Path> sourceTrees() {
        return requirements().sourceTrees();
    }

    @Override
    public String describe() {
        return "conda " + file + " unmapped " + unmapped + " names " + new TreeMap<>(names) + " constraints "
                + constraints + " packages " + packages + " " + ResolverVariables.describe(System.getenv());
    }

    @Override
    public String summary() {
        return String.valueOf(file.getFileName());
    }
}
