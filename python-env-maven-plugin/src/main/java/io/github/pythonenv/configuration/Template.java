package io.github.pythonenv.configuration;

import java.util.List;
import java.util.Optional;

/** A named set of profiles and settings, to begin a project with. */
public enum Template {
    MINIMAL("Minimal", "pip, setuptools and wheel, and what the project itself asks for.", "base", ""),
    DATA_SCIENCE("DataScience", "Tables, arrays, plots and classical learning.", "base data-science", ""),
    MACHINE_LEARNING(
            "MachineLearning",
            "PyTorch and transformers, for the GPU that the machine has.",
            "base machine-learning",
            "auto"),
    WEB_DEVELOPMENT("WebDevelopment", "A web server, HTTP requests and HTML.", "base web", ""),
    FULL_STACK(
            "FullStack",
            "Data science and machine learning together, for the GPU that the machine has.",
            "base data-science machine-learning",
            "auto"),
    CUSTOM("Custom", "Nothing but the profiles that are named beside it.", "", "");

    private final String label;
    private final String description;
    private final String profiles;
    private final String accelerator;

    Template(String label, String description, String profiles, String accelerator) {
        this.label = label;
        this.description = description;
        this.profiles = profiles;
        this.accelerator = accelerator;
    }

    /** What it is asked for by. */
    public String label() {
        return label;
    }

    /** One sentence for a person. */
    public String description() {
        return description;
    }

    /** The names of its profiles. */
    public List<String> profiles() {
        return profiles.isEmpty() ? List.of() : List.of(profiles.split(" ", -1));
    }

    /** Which wheels of PyTorch are taken where nobody says it, as the setting {@code accelerator} says it. */
    public Optional<String> accelerator() {
        return accelerator.isEmpty() ? Optional.empty() : Optional.of(accelerator);
    }
}
