package io.github.pythonenv.scaffold;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a new project begins with. */
public enum ProjectTemplate {
    MINIMAL("minimal", "summary"),
    DATA_SCIENCE("data-science", "analysis"),
    MACHINE_LEARNING("machine-learning", "training"),
    WEB("web", "service"),
    FULL_STACK("full-stack", "analysis training service");

    private final String label;
    private final String features;

    ProjectTemplate(String label, String features) {
        this.label = label;
        this.features = features;
    }

    /** What it is asked for by. */
    public String label() {
        return label;
    }

    /** Names of all. */
    public static List<String> labels() {
        return Stream.of(values()).map(ProjectTemplate::label).toList();
    }

    /** The one of that name, also as the profiles of packages are called: {@code DataScience}, {@code WebDevelopment}. */
    static Optional<ProjectTemplate> named(String name) {
        String letters = letters(name);
        return Stream.of(values())
                .filter(one -> letters(one.label).equals(letters) || letters.equals(letters(one.label) + "development"))
                .findFirst();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** The examples in it: {@code summary}, {@code analysis}, {@code training}, {@code service}. */
    Set<String> features() {
        return Set.of(features.split(" ", -1));
    }

    /** Whether it is about data that people look into. */
    boolean exploresData() {
        return features().contains("analysis") || computes();
    }

    /** Whether it has a use for a GPU. */
    public boolean computes() {
        return features().contains("training");
    }
}
