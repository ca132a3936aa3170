package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.Written.Fields;
import io.github.pythonenv.packages.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the profiles that {@code python-env.json} defines for its project. */
record ProfileDefinitions(String document, Path base, Faults faults) {

    private static final List<String> KEYS = List.of("accelerator", "description", "includes", "requirements");

    List<Profile> read(Fields profiles) {
        List<Profile> read = new ArrayList<>();
        profiles.fields().forEach((name, written) -> {
            if (written instanceof Fields fields) {
                profile(name, fields).ifPresent(read::add);
            } else {
                faults.misfit(document, written.place(), "profiles." + name, "an object");
            }
        });
        return List.copyOf(read);
    }

    private Optional<Profile> profile(String name, Fields fields) {
        for (Map.Entry<String, Written> field : fields.fields().entrySet()) {
            if (!KEYS.contains(field.getKey())) {
                faults.unknown(document, field.getValue().place(), field.getKey(), KEYS);
            }
        }
        try {
            return Optional.of(new Profile(
                    name,
                    text(fields, "description"),
                    texts(fields, "includes"),
                    texts(fields, "requirements"),
                    Optional.of(text(fields, "accelerator")).filter(word -> !word.isEmpty()),
                    List.of()));
        } catch (UserFailure e) {
            faults.add(document, fields.place(), e.getMessage() + " " + e.hint());
            return Optional.empty();
        }
    }

    private String text(Fields fields, String key) {
        return value(fields, key, Kind.TEXT, String.class).orElse("");
    }

    private List<String> texts(Fields fields, String key) {
        List<String> texts = new ArrayList<>();
        value(fields, key, Kind.TEXTS, List.class)
                .ifPresent(list -> ((List<?>) list).forEach(text -> texts.add((String) text)));
        return texts;
    }

    private <T> Optional<T> value(Fields fields, String key, Kind kind, Class<T> type) {
        Written written = fields.fields().get(key);
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.cast(kind.read(written, base)));
        } catch (Kind.Misfit misfit) {
            faults.misfit(document, written.place(), key, kind.description());
            return Optional.empty();
        }
    }
}
