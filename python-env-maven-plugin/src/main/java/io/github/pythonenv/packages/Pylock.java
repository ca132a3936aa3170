package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A lock file in the format of PEP 751.
 *
 * @param file {@code pylock.toml} or {@code pylock.NAME.toml}, absolute
 * @param extras extras to install
 * @param groups dependency groups to install
 */
public record Pylock(Path file, List<String> extras, List<String> groups) implements PackageInputs {

    /** A folder or archive beside the lock: the same in an inline table and in a table of its own. */
    private static final Pattern LOCAL =
            Pattern.compile("(?m)(?:^\\s*|[{,]\\s*)path\\s*=\\s*[\"'](?<path>[^\"']+)[\"']");

    public Pylock {
        extras = List.copyOf(extras);
        groups = List.copyOf(groups);
    }

    @Override
    public List<Path> inputFiles() {
        Set<Path> files = new LinkedHashSet<>(List.of(file));
        locals().forEach(local -> files.addAll(LocalProject.inputFiles(local)));
        return List.copyOf(files);
    }

    @Override
    public List<Path> sourceTrees() {
        return copies().stream().map(LocalProject::folder).toList();
    }

    /** Whether neither extras nor groups are asked for. */
    boolean takesDefaults() {
        return extras.isEmpty() && groups.isEmpty();
    }

    /** The local projects that are not installed editable. */
    List<LocalProject> copies() {
        return editable()
                ? List.of()
                : locals().stream()
                        .filter(Files::isDirectory)
                        .map(LocalProject::new)
                        .toList();
    }

    /** Locks have one local project as a rule, their own; where any is editable, all are taken to be. */
    private boolean editable() {
        return Pattern.compile("editable\\s*=\\s*true").matcher(text()).find();
    }

    private List<Path> locals() {
        return LOCAL.matcher(text())
                .results()
                .map(match -> file.resolveSibling(match.group(1)).normalize())
                .distinct()
                .toList();
    }

    /** Nothing where it cannot be read: what installs it says so. */
    private String text() {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public boolean locked() {
        return true;
    }

    @Override
    public String describe() {
        return "pylock " + file + " extras " + extras + " groups " + groups;
    }

    @Override
    public String summary() {
        return String.valueOf(file.getFileName());
    }
}
