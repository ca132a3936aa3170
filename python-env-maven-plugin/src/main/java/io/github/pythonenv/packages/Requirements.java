package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Requirements files and requirements named one by one, resolved together.
 *
 * @param files requirements files, absolute
 * @param packages requirements in the notation of PEP 508, such as {@code numpy>=2}
 * @param constraints constraints files, absolute
 */
public record Requirements(List<Path> files, List<String> packages, List<Path> constraints) implements PackageInputs {

    public Requirements {
        files = List.copyOf(files);
        packages = List.copyOf(packages);
        constraints = List.copyOf(constraints);
    }

    @Override
    public List<Path> inputFiles() {
        return Stream.concat(
                        RequirementsFile.closure(files, System.getenv()).stream(),
                        RequirementsFile.closure(constraints, System.getenv()).stream())
                .map(RequirementsFile::path)
                .distinct()
                .toList();
    }

    /** Whether every requirement is fixed by digest already, so that there is nothing to resolve. */
    boolean hashed() {
        return packages.isEmpty()
                && constraints.isEmpty()
                && RequirementsFile.closure(files, System.getenv()).stream().allMatch(RequirementsFile::hashed);
    }

    @Override
    public List<Path> sourceTrees() {
        return RequirementsFile.closure(files, System.getenv()).stream()
                .flatMap(file -> file.localProjects().stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean locked() {
        return false;
    }

    @Override
    public String describe() {
        return "requirements " + files + " constraints " + constraints + " packages " + packages;
    }

    @Override
    public String summary() {
        List<String> parts = new ArrayList<>();
        files.forEach(file -> parts.add(file.getFileName().toString()));
        if (!packages.isEmpty()) {
            parts.add(String.join(", ", packages));
        }
        return String.join(" and ", parts);
    }
}
