package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.environment.UvSupply;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.registry.PipSearch;
import io.github.pythonenv.validation.Findings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index that uv and pip ask where nobody names one. It is theirs to know: so each of them that is there asks it for
 * the list of a package's versions, as it is configured here, and fetches nothing.
 */
record DefaultIndex(Examination examination, Wanted wanted) {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    void ask(Findings findings) {
        Optional<Path> python = new PipSearch(examination.host(), examination.scratch(), examination.processes()).any();
        if (python.isEmpty()) {
            findings.saw(
                    "default index",
                    "not asked: no index is named, and there is no pip here yet, which knows its own; it comes with"
                            + " the runtime");
            return;
        }
        Toolbox tools = wanted.tools().keepingIn(examination.scratch());
        Map<String, String> variables = new UvSupply(tools).fetching(wanted.request());
        told(
                findings,
                "pip",
                List.of(
                        python.get().toString(),
                        "-I",
                        "-m",
                        "pip",
                        "--no-cache-dir",
                        "--retries",
                        "0",
                        "--timeout",
                        "15",
                        "index",
                        "versions",
                        "pip"),
                variables);
        Optional<Path> uv = new UvTool(
                        examination.host().platform(),
                        examination.store(),
                        examination.processes(),
                        wanted.tools().listener())
                .stored(UvTool.pinnedVersion());
        if (uv.isPresent()) {
            askByUv(findings, uv.get(), python.get(), tools);
        }
    }

    private void askByUv(Findings findings, Path uv, Path python, Toolbox tools) {
        told(
                findings,
                "uv",
                List.of(
                        uv.toString(),
                        "pip",
                        "install",
                        "--dry-run",
                        "--quiet",
                        "--no-cache",
                        "--no-deps",
                        "--python",
                        python.toString(),
                        "--target",
                        examination.scratch().home().resolve("target").toString(),
                        "pip"),
                tools.fetching(wanted.request()));
    }

    private void told(Findings findings, String tool, List<String> line, Map<String, String> variables) {
        Completed completed;
        try {
            completed = examination
                    .processes()
                    .run(new Command(line, examination.scratch().home(), variables, DEADLINE));
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            findings.fault(tool + " could not ask its default index: " + Told.phrase(e), e.hint());
            return;
        }
        if (completed.succeeded()) {
            findings.saw("default index", "answers " + tool + ", as it is configured here");
            return;
        }
        List<String> said = new ArrayList<>(completed.err());
        said.subList(0, Math.max(0, said.size() - 3)).clear();
        findings.fault(
                tool + " gets no answer from its default index, as it is configured here: "
                        + String.join(" ", said).strip().replaceFirst("\\.$", ""),
                "Check the network and its proxy (in Maven's settings.xml, or HTTPS_PROXY and NO_PROXY) and the"
                        + " certificates, or name an index that can be reached with <indexUrl>.");
    }
}
