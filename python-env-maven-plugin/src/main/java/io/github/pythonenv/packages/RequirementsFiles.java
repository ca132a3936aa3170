package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.RequirementLine.Hash;
import io.github.pythonenv.packages.RequirementLine.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requirements files with all that they name by {@code -r} and {@code -c}, and those name, each read once.
 *
 * @param files the files, absolute
 * @param lines what they ask for, in their order
 * @param constraints what they only bound
 */
record RequirementsFiles(Set<Path> files, List<RequirementLine> lines, List<RequirementLine> constraints) {

    /**
     * Reads what inputs consist of.
     *
     * @param files requirements files, absolute
     * @param constraints constraints files, absolute
     * @param packages further lines
     * @throws UserFailure where a file is missing, naming the line that asks for it
     */
    static RequirementsFiles read(
            RequirementSyntax syntax, List<Path> files, List<Path> constraints, List<String> packages) {
        Reading asked = new Reading(syntax);
        Reading bounds = new Reading(syntax);
        files.forEach(file -> asked.add(file, bounds));
        int number = 0;
        for (String line : packages) {
            number++;
            asked.lines.add(syntax.read(syntax.folder(), new Location("<packages>", number), line.strip()));
        }
        constraints.forEach(file -> bounds.add(file, bounds));
        asked.files.addAll(bounds.files);
        return new RequirementsFiles(asked.files, asked.lines, bounds.lines);
    }

    /** Reads a file that uv wrote. */
    static RequirementsFiles written(Path folder, Path file) {
        return read(new RequirementSyntax(folder, Map.of()), List.of(file), List.of(), List.of());
    }

    /** The folders and archives on this machine that are asked for. */
    Stream<RequirementLine.Local> locals() {
        return lines.stream().filter(RequirementLine.Local.class::isInstance).map(RequirementLine.Local.class::cast);
    }

    /** Whether any requirement is fixed by digest: then each has to be, as with pip. */
    boolean hashed() {
        return any(Hash.GIVEN) || lines.stream().anyMatch(line -> line.text().equals("--require-hashes"));
    }

    /** The first line that could have a hash and has none. */
    Optional<RequirementLine> unhashed() {
        return lines.stream().filter(line -> line.hash() == Hash.MISSING).findFirst();
    }

    /** The constraints that are fixed by digest, as lines of a file. */
    List<String> hashedConstraints() {
        return constraints.stream()
                .filter(line -> line.hash() == Hash.GIVEN)
                .map(RequirementLine::text)
                .toList();
    }

    /** All that is asked for, as lines of one file in any folder. */
    List<String> text() {
        return Stream.concat(
                        IndexOptions.of(this).stream(),
                        lines.stream()
                                .filter(line -> line.hash() != Hash.NO_PACKAGE)
                                .map(RequirementLine::text))
                .toList();
    }

    /**
     * What uv is told about hashes. It refuses whatever has none, unless there is something that cannot have one; then
     * it checks those that are there.
     */
    String hashChecking() {
        return any(Hash.MISSING) || any(Hash.IMPOSSIBLE) ? "--verify-hashes" : "--require-hashes";
    }

    /** The same for a file that a lock is written to: what could have a hash has to, whatever else there is. */
    String strictHashChecking() {
        return any(Hash.IMPOSSIBLE) ? "--verify-hashes" : "--require-hashes";
    }

    private boolean any(Hash hash) {
        return lines.stream().anyMatch(line -> line.hash() == hash);
    }

    /** One walk through files that name each other. */
    private static final class Reading {
        private final RequirementSyntax syntax;
        private final Set<Path> files = new LinkedHashSet<>();
        private final List<RequirementLine> lines = new ArrayList<>();

        Reading(RequirementSyntax syntax) {
            this.syntax = syntax;
        }

        /** @param bounds takes what is named by {@code -c} */
        void add(Path named, Reading bounds) {
            Path file = named.toAbsolutePath().normalize();
            if (!files.add(file)) {
                return;
            }
            for (LogicalLines.Line line : LogicalLines.read(file)) {
                Location at = new Location(file.toString(), line.number());
                RequirementLine read = syntax.read(file.resolveSibling(""), at, line.text());
                if (read instanceof RequirementLine.Nested nested) {
                    (nested.constraint() ? bounds : this).add(existing(nested), bounds);
                } else {
                    lines.add(read);
                }
            }
        }

        private static Path existing(RequirementLine.Nested nested) {
            if (!Files.isRegularFile(nested.file())) {
                throw new UserFailure(
                        nested.at() + ": " + nested.file() + ", which this line names, does not exist.",
                        "Names in a requirements file are relative to that file. Correct the line or add the file.");
            }
            return nested.file();
        }
    }
}
