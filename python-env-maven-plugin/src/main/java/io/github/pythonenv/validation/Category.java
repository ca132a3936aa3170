package io.github.pythonenv.validation;

/** What a check is about. The first five are those of an environment, the next ones those of the machine. */
public enum Category {
    PYTHON("python", "Python installation"),
    ENVIRONMENT("environment", "Environment"),
    DEPENDENCIES("dependencies", "Dependencies"),
    PERFORMANCE("performance", "Performance"),
    GPU("gpu", "GPU"),
    MACHINE("machine", "Machine"),
    DISK("disk", "Disk"),
    NETWORK("network", "Network"),
    CONFLICTS("conflicts", "Conflicts"),
    USER("user", "User checks");

    private final String id;
    private final String title;

    Category(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The word for it in configuration and in data. */
    public String id() {
        return id;
    }

    /** The heading for a person. */
    public String title() {
        return title;
    }
}
