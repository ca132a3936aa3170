package io.github.pythonenv.configuration;

import io.github.pythonenv.metrics.Measure;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** What settings say of the files that linters and type checkers write. */
public final class ScoreRequests {

    private ScoreRequests() {}

    /** The files, by what their findings count as. */
    public static Map<Measure, Path> of(Settings set) {
        Map<Measure, Path> files = new EnumMap<>(Measure.class);
        set.path(Setting.SCORES_LINT).ifPresent(file -> files.put(Measure.LINT_FINDINGS, file));
        set.path(Setting.SCORES_TYPES).ifPresent(file -> files.put(Measure.TYPE_ERRORS, file));
        return files;
    }
}
