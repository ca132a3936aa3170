package io.github.pythonenv.it.harness;

import io.github.pythonenv.it.coverage.CoverageFolder;
import java.nio.file.Path;
import java.util.UUID;

/** Lets a build under test note which lines of the plugin it reaches. A build that is killed notes nothing. */
final class CoverageAgent {

    private CoverageAgent() {}

    static String option() {
        Path agent = Settings.target().resolve("jacoco/org.jacoco.agent-runtime.jar");
        Path notes = CoverageFolder.of(Settings.target(), Published.jar()).resolve(UUID.randomUUID() + ".exec");
        return "-javaagent:" + agent + "=destfile=" + notes
                + ",includes=io.github.pythonenv.*,excludes=io.github.pythonenv.shaded.*";
    }
}
