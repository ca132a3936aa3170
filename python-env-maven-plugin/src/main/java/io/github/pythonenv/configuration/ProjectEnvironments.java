package io.github.pythonenv.configuration;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environments of a project. {@code python-env.json} counts least, then the POM, then the command line; within file,
 * POM and command line, what is said for all counts less than what is said for one. That holds for each setting by
 * itself.
 *
 * @param file what {@code python-env.json} says
 * @param pom what the POM says; its parameters outside of {@code <environments>} are what it says for all
 * @param commandLine what {@code -D} says
 */
public record ProjectEnvironments(Declarations file, Declarations pom, CommandLine commandLine) {

    /** Stands in paths for the version of Python, where an environment is made for several. */
    private static final String PLACEHOLDER = "{python}";

    /** All environments, those that are disabled among them. */
    public List<ConfiguredEnvironment> all() {
        Set<String> names = new LinkedHashSet<>(file.environments().keySet());
        names.addAll(pom.environments().keySet());
        Map<String, Settings> all = new LinkedHashMap<>();
        for (String name : names) {
            expand(name, settings(name), all);
        }
        List<ConfiguredEnvironment> environments = new ArrayList<>();
        all.forEach(
                (name, settings) -> environments.add(new ConfiguredEnvironment(name, settings, true, all.size() == 1)));
        return environments;
    }

    /**
     * The environments that a goal acts on.
     *
     * @param names those that were chosen; with none, all that are enabled
     * @throws UserFailure where one is chosen that nobody declares, while others are declared
     */
    public List<ConfiguredEnvironment> select(List<String> names) {
        List<ConfiguredEnvironment> all = all();
        if (all.isEmpty()) {
            return undeclared(names);
        }
        if (names.isEmpty()) {
            return all.stream().filter(ConfiguredEnvironment::enabled).toList();
        }
        List<ConfiguredEnvironment> chosen = new ArrayList<>();
        for (String name : names) {
            List<ConfiguredEnvironment> meant =
                    all.stream().filter(one -> isMeant(one, name)).toList();
            if (meant.isEmpty()) {
                throw unknown(name, all);
            }
            chosen.addAll(meant);
        }
        return chosen.stream().distinct().toList();
    }

    /** A setting of the project as a whole. */
    public boolean yes(Setting setting, boolean unlessSet) {
        return shared().yes(setting, unlessSet);
    }

    private List<ConfiguredEnvironment> undeclared(List<String> names) {
        Map<String, Settings> all = new LinkedHashMap<>();
        for (String name : names.isEmpty() ? List.of(ConfiguredEnvironment.UNNAMED) : names) {
            expand(name, commandLine.environment(name).over(shared()), all);
        }
        List<ConfiguredEnvironment> environments = new ArrayList<>();
        all.forEach((name, settings) -> environments.add(new ConfiguredEnvironment(name, settings, false, false)));
        return environments;
    }

    private static boolean isMeant(ConfiguredEnvironment environment, String name) {
        return environment.name().equals(name)
                || environment.settings().texts(Setting.PYTHON_VERSIONS).stream()
                        .anyMatch(version -> environment.name().equals(name + "-" + version));
    }

    /** What is said of all of them, and of the project as a whole. */
    public Settings shared() {
        return commandLine.shared().over(pom.shared()).over(file.shared());
    }

    private Settings settings(String name) {
        Settings inFile = file.environments().getOrDefault(name, Settings.NONE).over(file.shared());
        Settings inPom = pom.environments().getOrDefault(name, Settings.NONE).over(pom.shared());
        return commandLine
                .environment(name)
                .over(commandLine.shared())
                .over(inPom)
                .over(inFile);
    }

    /** An environment for several versions of Python is one for each. */
    private void expand(String name, Settings settings, Map<String, Settings> into) {
        List<String> versions = settings.texts(Setting.PYTHON_VERSIONS);
        if (versions.isEmpty()) {
            into.put(name, settings);
            return;
        }
        Origin origin = settings.origin(Setting.PYTHON_VERSIONS).orElseThrow();
        for (String version : versions) {
            String one = name + "-" + version;
            Settings said = commandLine.environment(one).over(settings.with(Setting.PYTHON_VERSION, version, origin));
            into.put(one, filledIn(said, version));
        }
    }

    private static Settings filledIn(Settings settings, String version) {
        Settings filled = settings;
        for (Map.Entry<Setting, Settings.Value> entry : settings.all().entrySet()) {
            Object value = entry.getValue().value();
            Optional<Object> changed = filledIn(value, version);
            if (changed.isPresent()) {
                filled = filled.with(
                        entry.getKey(), changed.get(), entry.getValue().origin());
            }
        }
        return filled;
    }

    private static Optional<Object> filledIn(Object value, String version) {
        if (value instanceof Path path && path.toString().contains(PLACEHOLDER)) {
            return Optional.of(filledIn(path, version));
        }
        if (value instanceof List<?> list && list.toString().contains(PLACEHOLDER)) {
            List<Object> filled = new ArrayList<>();
            for (Object item : list) {
                filled.add(filledIn(item, version).orElse(item));
            }
            return Optional.of(filled);
        }
        return Optional.empty();
    }

    private static Path filledIn(Path path, String version) {
        return path.getFileSystem().getPath(path.toString().replace(PLACEHOLDER, version));
    }

    private static UserFailure unknown(String name, List<ConfiguredEnvironment> all) {
        List<String> names = all.stream().map(ConfiguredEnvironment::name).toList();
        return new UserFailure(
                "There is no environment '" + name + "' in this project.",
                NearName.question(name, names) + "Declared are " + String.join(", ", names) + ".");
    }
}
