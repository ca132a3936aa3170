package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * An {@code environment.yml}. Source: conda's documentation, "Creating an environment file manually".
 *
 * @param conda what conda is asked for, in its notation
 * @param pip what pip is asked for: lines of a requirements file
 */
record CondaFile(List<String> conda, List<String> pip) {

    private static final String FORM =
            "It has to have a list \"dependencies\" with texts in it, and at most a list \"pip\" among them.";

    /** @throws UserFailure where there is no such file, or it is something else */
    static CondaFile read(Path file) {
        Object root;
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            root = new Load(settings).loadFromString(Files.readString(file));
        } catch (YamlEngineException e) {
            throw new UserFailure(
                    file + " is no YAML:\n  " + String.valueOf(e.getMessage()).replace("\n", "\n  "), FORM, e);
        } catch (IOException e) {
            throw new UserFailure(
                    file + (Files.exists(file) ? " cannot be read: " + FileFault.why(e) + "." : " does not exist."),
                    "Check the file.",
                    e);
        }
        if (!(root instanceof Map<?, ?> map) || !(map.get("dependencies") instanceof List<?> dependencies)) {
            throw new UserFailure(file + " is no environment of conda.", FORM);
        }
        List<String> conda = new ArrayList<>();
        List<String> pip = new ArrayList<>();
        for (Object dependency : dependencies) {
            if (dependency instanceof Map<?, ?> tool && tool.get("pip") instanceof List<?> lines && tool.size() == 1) {
                lines.forEach(line -> pip.add(String.valueOf(line)));
            } else if (dependency instanceof String text) {
                conda.add(text);
            } else {
                throw new UserFailure(file + " has a dependency that is no text: " + dependency, FORM);
            }
        }
        return new CondaFile(List.copyOf(conda), List.copyOf(pip));
    }
}
