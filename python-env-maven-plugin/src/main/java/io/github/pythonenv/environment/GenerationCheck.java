package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.Defect;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Runtime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks that an environment is whole without running any of its programs: its interpreter starts and finds itself
 * there, and every installed file and script is what was recorded.
 */
final class GenerationCheck {

    private final Processes processes;
    private final VenvLayout layout;
    private final Runtime runtime;

    GenerationCheck(Processes processes, VenvLayout layout, Runtime runtime) {
        this.processes = processes;
        this.layout = layout;
        this.runtime = runtime;
    }

    SitePackages sitePackages() {
        return new SitePackages(layout.sitePackages(runtime.version().series()), layout.bin());
    }

    /** What is wrong, a sentence each. */
    List<String> findings(Map<String, String> variables) {
        List<String> findings = new ArrayList<>(interpreter(variables));
        sitePackages().defects().stream().map(Defect::text).forEach(findings::add);
        return findings;
    }

    /** @throws UserFailure when anything is wrong */
    void require(Map<String, String> variables) {
        List<String> findings = findings(variables);
        if (!findings.isEmpty()) {
            throw new UserFailure(
                    "The new environment is not whole:\n  "
                            + String.join("\n  ", findings.subList(0, Math.min(8, findings.size()))),
                    "Files in uv's cache may be damaged: clear the packages named above from it (uv cache clean"
                            + " <package>) and build again.");
        }
    }

    private List<String> interpreter(Map<String, String> variables) {
        Completed started = processes.run(new Command(
                List.of(layout.python().toString(), "-I", "-S", "-c", "import sys; print(sys.prefix)"),
                layout.directory(),
                variables,
                Duration.ofMinutes(1)));
        if (!started.succeeded()) {
            return List.of("its interpreter does not start: " + String.join(" ", started.err()));
        }
        Path prefix = Path.of(started.out().isEmpty() ? "" : started.out().get(0));
        return prefix.endsWith(layout.directory().getFileName())
                ? List.of()
                : List.of("its interpreter believes to be in " + prefix);
    }
}
