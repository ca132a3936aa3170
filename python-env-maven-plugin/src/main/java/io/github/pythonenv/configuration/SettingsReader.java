package io.github.pythonenv.configuration;

import io.github.pythonenv.configuration.Written.Fields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes settings of what was written for an environment.
 *
 * @param level who wrote it
 * @param document what the document is called: {@code python-env.json}, {@code the POM}
 * @param base the folder that relative paths refer to
 * @param faults takes what cannot be understood
 */
record SettingsReader(Origin.Level level, String document, Path base, Faults faults) {

    /** What is written as an object; nothing, and a fault, where it is something else. */
    Optional<Fields> object(Written written, String key) {
        if (written instanceof Fields fields) {
            return Optional.of(fields);
        }
        faults.misfit(document, written.place(), key, "an object");
        return Optional.empty();
    }

    /** What an object says for all environments. */
    Settings shared(Fields fields) {
        return read(fields, "", Settings.NONE);
    }

    /** What an object says for one environment. */
    Settings environment(Fields fields) {
        Set<String> ofProject = new LinkedHashSet<>();
        for (Setting setting : Setting.values()) {
            if (setting.ofProject()) {
                ofProject.add(setting.section());
            }
        }
        for (String key : ofProject) {
            Written written = fields.fields().get(key);
            if (written != null) {
                faults.add(
                        document,
                        written.place(),
                        "\"" + key + "\" is said of the whole project, not of one environment.");
            }
        }
        return shared(fields);
    }

    /** The settings of one key at the top, such as {@code python}, that is written like those of an environment. */
    Settings read(String name, Written written) {
        return readOne(name, name, written, Settings.NONE);
    }

    private Settings read(Fields fields, String prefix, Settings before) {
        Settings settings = before;
        for (Map.Entry<String, Written> field : fields.fields().entrySet()) {
            settings = readOne(field.getKey(), prefix + field.getKey(), field.getValue(), settings);
        }
        return settings;
    }

    private Settings readOne(String key, String path, Written written, Settings before) {
        Optional<Setting> setting = Setting.at(path);
        if (setting.isPresent()) {
            return with(setting.get(), written, before);
        }
        List<String> inside = keysIn(path.substring(0, path.length() - key.length()));
        if (!inside.contains(key)) {
            faults.unknown(document, written.place(), key, inside);
            return before;
        }
        if (written instanceof Fields fields) {
            return read(fields, path + ".", before);
        }
        faults.misfit(document, written.place(), path, "an object with " + String.join(", ", keysIn(path + ".")));
        return before;
    }

    /** One more setting than before; none, and a fault, where what is written is of another kind. */
    Settings with(Setting setting, Written written, Settings before) {
        return with(setting, setting.path(), written, before);
    }

    /** The same for a setting that is called otherwise where it is written. */
    Settings with(Setting setting, String key, Written written, Settings before) {
        try {
            Origin origin = new Origin(level, document + ", " + written.place());
            Object value = setting.kind() == Kind.USER_CHECKS
                    ? new UserChecks(document, faults).read(key, written)
                    : setting.kind().read(written, base);
            return before.with(setting, value, origin);
        } catch (Kind.Misfit misfit) {
            faults.misfit(document, written.place(), key, setting.kind().description());
            return before;
        }
    }

    /** The keys that an object whose keys' paths begin like this may have. */
    static List<String> keysIn(String prefix) {
        TreeSet<String> keys = new TreeSet<>();
        for (Setting setting : Setting.values()) {
            if (setting.path().startsWith(prefix)) {
                String rest = setting.path().substring(prefix.length());
                int dot = rest.indexOf('.');
                keys.add(dot < 0 ? rest : rest.substring(0, dot));
            }
        }
        return new ArrayList<>(keys);
    }
}
