package io.github.pythonenv.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files that answers come to. Where a file lies among the resources says when it is there: {@code
 * java+service/src/…} is for projects with both features, {@code all/…} for every one. A beginning of {@code dot-} in a
 * name stands for a dot, so that no tool takes these files for its own.
 */
public final class ProjectFiles {

    private static final String FOLDER = "files/";

    private ProjectFiles() {}

    /** All files of the project that was answered for, by path. */
    public static List<ProjectFile> of(Answers answers) {
        Set<String> features = answers.features();
        Map<String, String> words = new TreeMap<>(answers.coordinates().words());
        words.put("pythonVersion", answers.pythonVersion());
        words.put("pluginVersion", answers.pluginVersion());
        words.put("accelerator", answers.accelerator());
        words.put("environments", environments(features));
        List<ProjectFile> files = new ArrayList<>();
        for (String resource : resources()) {
            int slash = resource.indexOf('/');
            String condition = resource.substring(0, slash).replace('+', ' ');
            if (TemplateText.holds(condition, features)) {
                files.add(new ProjectFile(
                        path(TemplateText.filled(resource.substring(slash + 1), words)),
                        new TemplateText(ResourceText.read(FOLDER + resource)).render(features, words)));
            }
        }
        return files;
    }

    /** The names of those in {@code python-env.json}, the one for all first. */
    private static String environments(Set<String> features) {
        StringBuilder names = new StringBuilder("default");
        Map.of("container", "production", "notebook", "notebook", "quality", "measuring").entrySet().stream()
                .filter(one -> features.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .forEach(name -> names.append(',').append(name));
        return names.toString();
    }

    /** What is there to choose from, relative to the folder of the resources: a jar does not list its folders. */
    static List<String> resources() {
        return ResourceText.read("files.txt").lines().toList();
    }

    private static String path(String resource) {
        return ("/" + resource).replace("/dot-", "/.").substring(1);
    }
}
