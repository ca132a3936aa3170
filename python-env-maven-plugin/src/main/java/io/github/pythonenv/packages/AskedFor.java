package io.github.pythonenv.packages;

import io.github.pythonenv.packages.RequirementLine.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A package that inputs name themselves; what it needs in turn is not asked for.
 *
 * @param requirement what is asked for
 * @param where the inputs do it, for a person
 */
record AskedFor(Requirement requirement, String where) {

    private static final Pattern OPTIONS = Pattern.compile("\\s+--\\S.*$", Pattern.DOTALL);
    private static final Pattern EGG = Pattern.compile("#(?:.*&)?egg=(?<name>[^&\\s]+)");
    private static final Pattern WHEEL = Pattern.compile("(?:^|/)(?<name>[^/-]+)-[^/]+\\.whl(?:[#?\\s].*)?$");

    /**
     * All that inputs ask for. A PEP 751 lock of others does not say what was asked for when it was made.
     *
     * @throws io.github.pythonenv.UserFailure where a file of the inputs cannot be read
     */
    static List<AskedFor> in(PackageInputs inputs) {
        if (inputs instanceof UnlockedInputs unlocked) {
            List<AskedFor> asked = new ArrayList<>(in(unlocked.requirements()));
            if (unlocked instanceof Pyproject pyproject) {
                asked.addAll(ProjectAsks.in(pyproject));
            }
            return List.copyOf(asked);
        }
        if (inputs instanceof LockedInputs locked) {
            return in(locked.source());
        }
        if (inputs instanceof PoetryLock lock) {
            return ProjectAsks.in(lock);
        }
        if (inputs instanceof PipfileLock lock) {
            return PipfileAsks.in(lock);
        }
        return inputs instanceof UvLock lock ? UvLockAsks.in(lock) : List.of();
    }

    private static List<AskedFor> in(Requirements requirements) {
        List<AskedFor> asked = new ArrayList<>();
        for (RequirementLine line : requirements.read().lines()) {
            named(line)
                    .map(requirement -> new AskedFor(requirement, place(requirements.folder(), line.at())))
                    .ifPresent(asked::add);
        }
        return asked;
    }

    private static Optional<Requirement> named(RequirementLine line) {
        if (line instanceof RequirementLine.Local local) {
            return new LocalProject(local.path())
                    .name()
                    .or(() -> wheel(local.path().toString().replace('\\', '/')))
                    .flatMap(Requirement::parse);
        }
        if (!(line instanceof RequirementLine.Fetched)) {
            return Optional.empty();
        }
        String text = OPTIONS.matcher(line.text()).replaceFirst("");
        Matcher egg = EGG.matcher(text);
        if (egg.find()) {
            return Requirement.parse(egg.group("name"));
        }
        boolean bareUrl = text.matches("[a-zA-Z][a-zA-Z0-9+.-]*://.*");
        return bareUrl ? wheel(text).flatMap(Requirement::parse) : Requirement.parse(text);
    }

    private static Optional<String> wheel(String where) {
        return Stream.of(WHEEL.matcher(where))
                .filter(Matcher::find)
                .map(matcher -> matcher.group("name"))
                .findFirst();
    }

    private static String place(Path folder, Location at) {
        if (at.file().startsWith("<")) {
            return at.file();
        }
        Path file = Path.of(at.file());
        Path shown = file.startsWith(folder) ? folder.relativize(file) : file;
        return shown.toString().replace('\\', '/') + ":" + at.line();
    }
}
