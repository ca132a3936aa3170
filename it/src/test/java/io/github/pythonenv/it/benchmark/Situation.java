package io.github.pythonenv.it.benchmark;

import io.github.pythonenv.it.harness.Folders;
import io.github.pythonenv.it.harness.MavenProject;

/** What a build starts from. */
interface Situation {

    /** Makes it so. */
    void in(MavenProject project) throws Exception;

    /** What the last build left. */
    Situation UNCHANGED = project -> {};

    /** The environment was deleted; what the plugin keeps beside it was not. */
    Situation ENVIRONMENT_GONE = project -> Folders.gone(project.file(".venv"));

    /** A fresh checkout. */
    Situation FRESH_CHECKOUT = project -> {
        Folders.gone(project.file(".venv"));
        Folders.gone(project.file(".python-env"));
    };

    /** The same, and then another thing. */
    default Situation and(Contender.Action more) {
        return project -> {
            in(project);
            more.run();
        };
    }
}
