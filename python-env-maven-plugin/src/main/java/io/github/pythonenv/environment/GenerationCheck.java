package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.Defect;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Runtime;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks that an environment is whole without running any of its programs: its interpreter starts and finds itself
 * there, and every installed file and script is what was recorded.
 */
final class GenerationCheck {

    /** Its interpreter then takes itself for the Python below, and finds none of the packages. */
    static final String NO_BASE = "its pyvenv.cfg is gone or names no Python";

    private final Processes processes;
    private final VenvLayout layout;
    private final Runtime runtime;

    GenerationCheck(Processes processes, VenvLayout layout, Runtime runtime) {
        this.processes = processes;
        this.layout = layout;
        this.runtime = runtime;
    }

    SitePackages sitePackages() {
        return SitePackages.of(layout, runtime.version().series());
    }

    /** What is wrong, a sentence each. */
    List<String> findings(Map<String, String> variables, Scrutiny scrutiny) {
        List<String> findings = new ArrayList<>(interpreter(variables));
        if (!Files.isDirectory(sitePackages().folder())) {
            findings.add("its site-packages is gone");
        }
        sitePackages().defects(scrutiny).stream().map(Defect::text).forEach(findings::add);
        return findings;
    }

    /**
     * Passes a judgement on a new generation.
     *
     * @param findings what is wrong with it, a sentence each
     * @throws UserFailure when anything is
     */
    static void require(List<String> findings) {
        require(
                findings,
                "Files in uv's cache may be damaged: clear the packages named above from it (uv cache clean"
                        + " <package>) and build again.");
    }

    /**
     * The same.
     *
     * @param hint what to do
     */
    static void require(List<String> findings, String hint) {
        if (!findings.isEmpty()) {
            throw new UserFailure(
                    "The new environment is not whole:\n  "
                            + String.join("\n  ", findings.subList(0, Math.min(8, findings.size()))),
                    hint);
        }
    }

    /**
     * What is wrong with the interpreter. It is started without the module {@code site}, which would run code of
     * packages. A CPython before 3.14 then does not say in {@code sys.prefix} that it is in a virtual environment, so
     * that cannot be asked.
     */
    List<String> interpreter(Map<String, String> variables) {
        if (!Files.isExecutable(layout.python())) {
            return List.of("its interpreter is gone");
        }
        if (!layout.namesBase()) {
            return List.of(NO_BASE);
        }
        Completed started = processes.run(new Command(
                List.of(
                        layout.python().toString(),
                        "-I",
                        "-S",
                        "-c",
                        "import platform; print(platform.python_version())"),
                layout.directory(),
                variables,
                Duration.ofMinutes(1)));
        if (!started.succeeded()) {
            return List.of("its interpreter does not start: " + String.join(" ", started.err()));
        }
        String version = String.join(" ", started.out());
        return version.equals(runtime.version().toString())
                ? List.of()
                : List.of("its interpreter is CPython " + version + " and not " + runtime.version());
    }
}
