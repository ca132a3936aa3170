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
 * What Poetry locked, in any form that Poetry 1 and 2 write.
 *
 * @param folder the folder of {@code poetry.lock} and {@code pyproject.toml}, absolute
 * @param extras extras of the project to install
 * @param groups groups to install, over those that are not optional
 * @param defaultGroups whether the groups that are not optional are installed
 * @param editable whether the project itself is installed editable
 */
public record PoetryLock(Path folder, List<String> extras, List<String> groups, boolean defaultGroups, boolean editable)
        implements ForeignLock {

    private static final Pattern PYTHON = Pattern.compile("(?m)^python-versions = \"(?<versions>[^\"]*)\"");

    public PoetryLock {
        extras = List.copyOf(extras);
        groups = List.copyOf(groups);
    }

    @Override
    public Path file() {
        return folder.resolve("poetry.lock");
    }

    /** The project that it was made for. */
    PoetryProject project() {
        return PoetryProject.read(folder);
    }

    /** The versions of Python that it was made for, as PEP 440 writes them; nothing where that cannot say it. */
    public Optional<String> python() {
        try {
            // By a pattern: a build that has nothing to do asks, and should not wait for a TOML library. The lock's own
            // line comes after those of all packages.
            Matcher said = PYTHON.matcher(Files.readString(file()));
            String last = "*";
            while (said.find()) {
                last = said.group("versions");
            }
            return PoetryVersions.parse(last).specifier().filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new UserFailure(
                    "The lock " + file() + " cannot be read: " + FileFault.why(e) + ".",
                    "Make it with poetry lock.",
                    e);
        }
    }

    @Override
    public PinnedLines pinned() {
        return PoetryPins.of(this);
    }

    @Override
    public void requireFresh() {
        PoetryProject project = project();
        if (!project.digests().contains(PoetryLockFile.read(file()).contentHash())) {
            throw new UserFailure(
                    file() + " is stale: it does not fit pyproject.toml, which was changed after it was made.",
                    "Run poetry lock in " + folder + " and commit the result.");
        }
    }

    @Override
    public List<Path> inputFiles() {
        Set<Path> files = new LinkedHashSet<>(List.of(file(), folder.resolve("pyproject.toml")));
        PoetryLockFile.read(file()).packages().stream()
                .filter(PoetryPackage::local)
                .forEach(local -> files.addAll(LocalProject.inputFiles(local.place(folder))));
        return List.copyOf(files);
    }

    @Override
    public List<Path> sourceTrees() {
        return pinned().copies().stream().map(LocalProject::folder).toList();
    }

    @Override
    public String describe() {
        return "poetry.lock " + folder + " extras " + extras + " groups " + groups + " default groups " + defaultGroups
                + " editable " + editable;
    }

    @Override
    public String summary() {
        List<String> parts = new ArrayList<>(List.of("poetry.lock"));
        if (!extras.isEmpty()) {
            parts.add("extras " + extras);
        }
        if (!groups.isEmpty()) {
            parts.add("groups " + groups);
        }
        return String.join(", ", parts);
    }
}
