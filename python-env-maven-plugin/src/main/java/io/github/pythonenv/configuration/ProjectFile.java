package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.Written.Fields;
import io.github.pythonenv.packages.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code python-env.json}. Its keys are described by {@code python-env-1.0.schema.json}; relative paths in it refer
 * to its own folder.
 */
public final class ProjectFile {

    /** What it is called. */
    public static final String NAME = "python-env.json";

    /** Keys at the top that are written like those of an environment, and hold for all. */
    private static final List<String> SECTIONS = List.of(
            "python",
            "uv",
            "index",
            "conda",
            "accelerator",
            "gpus",
            "optimization",
            "retention",
            "validation",
            "doctor",
            "packaging",
            "image",
            "lockFile",
            "lockMode",
            "excludeNewer",
            "audit",
            "autoCleanup");

    /** The keys of the flat form, and what they mean in the other one. */
    private static final Map<String, Setting> FLAT = Map.of(
            "venvDirectory", Setting.DIRECTORY,
            "requirementsFile", Setting.REQUIREMENTS,
            "pythonVersion", Setting.PYTHON_VERSION);

    private static final String SCHEMA = "$schema";
    private static final String DEFAULTS = "defaults";
    private static final String ENVIRONMENTS = "environments";
    private static final String PROFILES = "profiles";

    private final Path file;
    private final Faults faults = new Faults();
    private final SettingsReader reader;

    private ProjectFile(Path file) {
        this.file = file;
        this.reader = new SettingsReader(
                Origin.Level.FILE,
                file.getFileName().toString(),
                file.toAbsolutePath().resolveSibling(""),
                faults);
    }

    /**
     * What the file of a project says; nothing where there is none.
     *
     * @param configured the file, where one was named; it has to be there
     * @throws UserFailure with line and column of all that cannot be understood
     */
    public static Declarations read(Path project, Optional<Path> configured) {
        Path file = configured.orElseGet(() -> project.resolve(NAME));
        if (!Files.isRegularFile(file)) {
            if (configured.isPresent()) {
                throw new UserFailure(
                        file + " is configured as <configFile>, and "
                                + (Files.isDirectory(file) ? "is a folder." : "there is no such file."),
                        "Correct <configFile> (-Dpython-env.configFile=…), or leave it away for python-env.json in the"
                                + " project's folder.");
            }
            return Declarations.NONE;
        }
        return new ProjectFile(file).read(WrittenJson.read(file));
    }

    private Declarations read(Fields document) {
        Settings sections = Settings.NONE;
        Settings defaults = Settings.NONE;
        Map<String, Settings> environments = new LinkedHashMap<>();
        List<Profile> profiles = new ArrayList<>();
        for (Map.Entry<String, Written> field : document.fields().entrySet()) {
            String key = field.getKey();
            Written value = field.getValue();
            if (SECTIONS.contains(key)) {
                sections = reader.read(key, value).over(sections);
            } else if (FLAT.containsKey(key)) {
                sections = reader.with(FLAT.get(key), key, value, Settings.NONE).over(sections);
            } else if (key.equals(DEFAULTS)) {
                defaults = reader.object(value, key).map(reader::shared).orElse(Settings.NONE);
            } else if (key.equals(ENVIRONMENTS)) {
                reader.object(value, key).ifPresent(all -> environments(all, environments));
            } else if (key.equals(PROFILES)) {
                reader.object(value, key)
                        .ifPresent(all -> profiles.addAll(definitions().read(all)));
            } else if (SettingsReader.keysIn("").contains(key)) {
                faults.add(
                        file.getFileName().toString(),
                        value.place(),
                        "\"" + key + "\" is said of environments: write it in \"" + DEFAULTS
                                + "\", which all share, or in" + " one of \"" + ENVIRONMENTS + "\".");
            } else if (!key.equals(SCHEMA)) {
                faults.unknown(file.getFileName().toString(), value.place(), key, keys());
            }
        }
        faults.refuse();
        return new Declarations(defaults.over(sections), environments, profiles);
    }

    private void environments(Fields all, Map<String, Settings> into) {
        all.fields()
                .forEach((name, value) -> reader.object(value, ENVIRONMENTS + "." + name)
                        .ifPresent(fields -> into.put(name, reader.environment(fields))));
    }

    private ProfileDefinitions definitions() {
        return new ProfileDefinitions(
                file.getFileName().toString(), file.toAbsolutePath().resolveSibling(""), faults);
    }

    /** All keys that there can be at the top. */
    static List<String> keys() {
        List<String> keys = new ArrayList<>(SECTIONS);
        keys.addAll(FLAT.keySet().stream().sorted().toList());
        keys.addAll(List.of(DEFAULTS, ENVIRONMENTS, PROFILES, SCHEMA));
        return keys;
    }
}
