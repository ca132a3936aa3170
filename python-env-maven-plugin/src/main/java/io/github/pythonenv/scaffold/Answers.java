package io.github.pythonenv.scaffold;

import io.github.pythonenv.UserFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What was answered about a new project, checked.
 *
 * @param coordinates what it is called
 * @param pythonVersion the CPython it is made for, such as {@code 3.14}
 * @param template what it begins with
 * @param accelerator for which hardware: {@code auto}, {@code cpu}, {@code cuda}, {@code cuda-12.6}, {@code rocm}
 * @param parts what else is in it
 * @param pluginVersion the version of python-env-maven-plugin that it is built with
 */
public record Answers(
        Coordinates coordinates,
        String pythonVersion,
        ProjectTemplate template,
        String accelerator,
        Set<ProjectPart> parts,
        String pluginVersion) {

    private static final Pattern PYTHON = Pattern.compile("3\\.1[2-4](\\.\\d{1,2})?");
    private static final Pattern ACCELERATOR = Pattern.compile("auto|cpu|(cuda|rocm)(-\\d{1,2}\\.\\d{1,2})?");

    public Answers {
        parts = Set.copyOf(parts);
    }

    /**
     * Reads the properties that the archetype asks for. What is missing or empty takes the archetype's default.
     *
     * @param given what was answered, and {@code pythonEnvVersion}: the version of python-env-maven-plugin
     * @throws UserFailure where an answer is none that can be worked with
     */
    public static Answers of(Map<String, String> given) {
        String python = value(given, "pythonVersion", "3.14");
        if (!PYTHON.matcher(python).matches()) {
            throw new UserFailure(
                    "pythonVersion is '" + python + "'.",
                    "Take 3.12, 3.13 or 3.14, or a patch of one of them, such as 3.14.2.");
        }
        ProjectTemplate template = template(value(given, "template", "minimal"));
        return new Answers(
                Coordinates.of(given),
                python,
                template,
                accelerator(value(given, "accelerator", "auto"), template),
                parts(given),
                // Archetype and goal hand it in themselves.
                Objects.requireNonNull(given.get("pythonEnvVersion"), "pythonEnvVersion"));
    }

    private static ProjectTemplate template(String name) {
        return ProjectTemplate.named(name)
                .orElseThrow(() -> new UserFailure(
                        "template is '" + name + "', which is none.",
                        "Take one of " + String.join(", ", ProjectTemplate.labels()) + "."));
    }

    private static String accelerator(String word, ProjectTemplate template) {
        if (!ACCELERATOR.matcher(word).matches()) {
            throw new UserFailure(
                    "accelerator is '" + word + "'.",
                    "Take auto (what each machine has), cpu, cuda, rocm, or a version such as cuda-12.6.");
        }
        if (!word.equals("auto") && !template.computes()) {
            throw new UserFailure(
                    "accelerator is '" + word + "', but nothing in the template " + template.label() + " uses a GPU.",
                    "Leave accelerator away, or take the template machine-learning or full-stack.");
        }
        return word;
    }

    private static Set<ProjectPart> parts(Map<String, String> given) {
        Set<ProjectPart> parts = EnumSet.noneOf(ProjectPart.class);
        for (ProjectPart part : ProjectPart.values()) {
            String word = value(given, part.label(), part == ProjectPart.JAVA ? "false" : "true");
            switch (word.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "y" -> parts.add(part);
                case "false", "no", "n" -> {}
                default -> throw new UserFailure(part.label() + " is '" + word + "'.", "Take true or false.");
            }
        }
        return parts;
    }

    static String value(Map<String, String> given, String key, String unlessGiven) {
        String value = given.getOrDefault(key, "").strip();
        // Maven hands on what it could not fill in.
        return value.isEmpty() || value.startsWith("${") ? unlessGiven : value;
    }

    /** What conditions in files and their folders' names ask for. */
    Set<String> features() {
        Set<String> features = new TreeSet<>(template.features());
        parts.forEach(part -> features.add(part.label()));
        features.add(template.label());
        features.add("all");
        if (parts.contains(ProjectPart.QUALITY) || template.exploresData()) {
            features.add("notebook");
        }
        if (template.computes()) {
            if (!accelerator.equals("cpu")) {
                features.add("gpu");
            }
            List.of("cuda", "rocm").stream()
                    .filter(kind -> accelerator.equals("auto") || accelerator.startsWith(kind))
                    .forEach(features::add);
            if (accelerator.equals("auto")) {
                features.add("choice");
            }
        }
        return features;
    }
}
