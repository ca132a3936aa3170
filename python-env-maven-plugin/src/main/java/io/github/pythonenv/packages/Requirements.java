package io.github.pythonenv.packages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requirements files and requirements named one by one, resolved together. Where one of them is fixed by digest, each
 * has to be, and nothing is resolved.
 *
 * @param folder the folder that relative paths of local projects refer to, absolute; paths of files that a file names
 *     are relative to that file
 * @param files requirements files, absolute
 * @param packages requirements in the notation of PEP 508, such as {@code numpy>=2}
 * @param constraints constraints files, absolute
 */
public record Requirements(Path folder, List<Path> files, List<String> packages, List<Path> constraints)
        implements UnlockedInputs {

    public Requirements {
        files = List.copyOf(files);
        packages = List.copyOf(packages);
        constraints = List.copyOf(constraints);
    }

    @Override
    public Requirements requirements() {
        return this;
    }

    @Override
    public Requirements with(List<String> more) {
        return new Requirements(
                folder, files, Stream.concat(packages.stream(), more.stream()).toList(), constraints);
    }

    @Override
    public List<Path> inputFiles() {
        RequirementsFiles read = read();
        Set<Path> found = new LinkedHashSet<>(read.files());
        read.locals().forEach(local -> found.addAll(LocalProject.inputFiles(local.path())));
        return List.copyOf(found);
    }

    @Override
    public List<Path> sourceTrees() {
        return copies().stream().map(LocalProject::folder).toList();
    }

    /** The local projects that are not installed editable. */
    List<LocalProject> copies() {
        return read().locals()
                .filter(local -> !local.editable() && Files.isDirectory(local.path()))
                .map(local -> new LocalProject(local.path()))
                .distinct()
                .toList();
    }

    /** What the files say. The variables in them are those of this process, which uv gets, too. */
    RequirementsFiles read() {
        return read(System.getenv());
    }

    RequirementsFiles read(Map<String, String> variables) {
        return RequirementsFiles.read(new RequirementSyntax(folder, variables), files, constraints, packages);
    }

    @Override
    public String describe() {
        return "requirements " + files + " constraints " + constraints + " packages " + packages + " "
                + ResolverVariables.describe(System.getenv());
    }

    @Override
    public String summary() {
        List<String> parts = new ArrayList<>();
        files.forEach(file -> parts.add(String.valueOf(file.getFileName())));
        if (!packages.isEmpty()) {
            parts.add(String.join(", ", packages));
        }
        return String.join(" and ", parts);
    }
}
