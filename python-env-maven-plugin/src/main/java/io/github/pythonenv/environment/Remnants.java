package io.github.pythonenv.environment;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The environments in a project's folder that were made for it and that it names no more. */
public final class Remnants {

    private final Path project;
    private final Set<Path> named;

    /**
     * @param project the absolute folder of the project
     * @param named the folders of the environments that it names, absolute
     */
    public Remnants(Path project, Set<Path> named) {
        this.project = project;
        this.named = Set.copyOf(named);
    }

    /** Their folders. What this project's folder does not hold, or what is not ours, is none of them. */
    public List<Path> find() {
        List<Path> found = new ArrayList<>();
        for (String name : Observer.names(new Generations(project.resolve(".venv")).shelves())) {
            Path environment = project.resolve(name);
            boolean ours = StateFile.read(environment)
                    .filter(state -> state.project().equals(project))
                    .isPresent();
            if (ours && !named.contains(environment) && !Files.isSymbolicLink(environment)) {
                found.add(environment);
            }
        }
        return found;
    }

    /**
     * Removes them with their earlier generations, while nobody else changes them, and notes it in their journals.
     *
     * @param listener is told of each
     */
    public void remove(ProgressListener listener) {
        for (Path environment : find()) {
            new Removal(environment).run("since the project names it no more", listener);
            listener.on(new ProgressEvent.Notice("Removed " + environment + ": this project names it no more."));
        }
    }
}
