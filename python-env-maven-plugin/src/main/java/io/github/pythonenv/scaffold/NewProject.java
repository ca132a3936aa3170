package io.github.pythonenv.scaffold;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the archetype's script calls, once the archetype plugin has made the folder and a POM with little in it. */
public final class NewProject {

    private static final Pattern PARENT = Pattern.compile("(?s)[ \\t]*<parent>.*?</parent>");

    private NewProject() {}

    /**
     * Writes the project's files.
     *
     * @param folder where the archetype plugin has put the POM
     * @param properties what was answered; what else is among them is passed over
     * @throws IllegalArgumentException where an answer is wrong: what it is and what to do. The POM is taken away again.
     */
    public static void write(Path folder, Map<?, ?> properties) {
        Map<String, String> given = new TreeMap<>();
        properties.forEach((key, value) -> given.put(String.valueOf(key), String.valueOf(value)));
        Path pom = folder.resolve("pom.xml");
        try {
            Matcher parent = PARENT.matcher(Files.readString(pom));
            String inherited = parent.find() ? "\n" + parent.group().indent(0).stripTrailing() + "\n" : "";
            Files.delete(pom);
            for (ProjectFile file : ProjectFiles.of(Answers.of(given))) {
                Path target = folder.resolve(file.path());
                Files.createDirectories(target.getParent());
                String text = target.equals(pom)
                        ? file.text().replace("</modelVersion>\n", "</modelVersion>\n" + inherited)
                        : file.text();
                Files.writeString(target, text);
            }
        } catch (UserFailure failure) {
            deleteIfEmpty(folder);
            throw new IllegalArgumentException(failure.getMessage() + " What to do: " + failure.hint(), failure);
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " could not be written: " + FileFault.why(e) + ".", e);
        }
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Something of the user's is in it: it stays.
        }
    }
}
