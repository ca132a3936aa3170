package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project that is installed from its sources.
 *
 * @param folder where it is, absolute
 */
public record LocalProject(Path folder) {

    private static final Pattern TABLE = Pattern.compile("(?m)^\\[project]\\s*$(?<lines>(?:\\R(?!\\[).*)*)");
    private static final Pattern NAME = Pattern.compile("(?m)^\\s*name\\s*=\\s*[\"'](?<name>[^\"']+)[\"']");

    /** The files that say what it is made of and what it needs; also such as are not there. */
    List<Path> definition() {
        return Stream.of("pyproject.toml", "setup.py", "setup.cfg")
                .map(folder::resolve)
                .toList();
    }

    /**
     * What an environment depends on of something on this machine.
     *
     * @param local a project's folder, or an archive of a package
     */
    static List<Path> inputFiles(Path local) {
        return Files.isDirectory(local) ? new LocalProject(local).definition() : List.of(local);
    }

    /** Its name, where pyproject.toml says it. */
    Optional<String> name() {
        Path definition = folder.resolve("pyproject.toml");
        try {
            Matcher table = TABLE.matcher(Files.isRegularFile(definition) ? Files.readString(definition) : "");
            Matcher name = NAME.matcher(table.find() ? table.group("lines") : "");
            return name.find() ? Optional.of(name.group("name")) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * What makes uv build copies of projects from the sources as they are now: its cache knows a project by its
     * definition, and would give the copy of an earlier state.
     */
    static List<String> builtAnew(List<LocalProject> copies) {
        List<String> arguments = new ArrayList<>();
        for (LocalProject copy : copies) {
            Optional<String> name = copy.name();
            if (name.isEmpty()) {
                return List.of("--refresh");
            }
            arguments.addAll(List.of("--reinstall-package", name.get()));
        }
        return arguments;
    }
}
