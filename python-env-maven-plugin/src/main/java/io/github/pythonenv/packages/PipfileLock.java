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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Pipenv locked.
 *
 * @param file {@code Pipfile.lock}, absolute
 * @param groups categories to install besides {@code packages}; {@code dev} is {@code dev-packages}
 */
public record PipfileLock(Path file, List<String> groups) implements ForeignLock {

    private static final Pattern PYTHON =
            Pattern.compile("\"python_(?:full_)?version\"\\s*:\\s*\"(?<version>[^\"]+)\"");

    public PipfileLock {
        groups = List.copyOf(groups);
    }

    /** The Pipfile that it was made from, there or not. */
    Path pipfile() {
        return file.resolveSibling("Pipfile");
    }

    /** The version of Python that it was made for, as the Pipfile says it. */
    public Optional<String> python() {
        try {
            // By a pattern: a build that has nothing to do asks, and should not wait for a JSON library.
            Matcher said = PYTHON.matcher(Files.readString(file));
            String last = "";
            while (said.find()) {
                last = said.group("version");
            }
            return last.isEmpty() || last.equals("*") ? Optional.empty() : Optional.of(last);
        } catch (IOException e) {
            throw new UserFailure(
                    "The lock " + file + " cannot be read: " + FileFault.why(e) + ".", "Make it with pipenv lock.", e);
        }
    }

    @Override
    public PinnedLines pinned() {
        return PipfilePins.read(this).lines();
    }

    @Override
    public void requireFresh() {
        PipfilePins.read(this).requireFresh();
    }

    @Override
    public List<Path> inputFiles() {
        Set<Path> files = new LinkedHashSet<>(List.of(file, pipfile()));
        PipfilePins.read(this).locals().forEach(local -> files.addAll(LocalProject.inputFiles(local.folder())));
        return List.copyOf(files);
    }

    @Override
    public List<Path> sourceTrees() {
        return pinned().copies().stream().map(LocalProject::folder).toList();
    }

    @Override
    public String describe() {
        return "Pipfile.lock " + file + " groups " + groups;
    }

    @Override
    public String summary() {
        List<String> parts = new ArrayList<>(List.of(String.valueOf(file.getFileName())));
        if (!groups.isEmpty()) {
            parts.add("groups " + groups);
        }
        return String.join(", ", parts);
    }
}
