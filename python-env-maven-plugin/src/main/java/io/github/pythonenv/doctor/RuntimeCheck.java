package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Prospect;
import io.github.pythonenv.environment.Prospects;
import io.github.pythonenv.runtime.Candidate;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.LocalFile;
import io.github.pythonenv.runtime.MavenArtifact;
import io.github.pythonenv.runtime.Origin;
import io.github.pythonenv.runtime.RemoteFile;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is a Python, as each environment asks for it, that starts here. */
record RuntimeCheck(Examination examination) implements Check {

    @Override
    public String id() {
        return "runtime";
    }

    @Override
    public Category category() {
        return Category.MACHINE;
    }

    @Override
    public String title() {
        return "A Python that was asked for is to be had and starts here";
    }

    @Override
    public Outcome look() {
        if (examination.wanted().isEmpty()) {
            return Outcome.skipped(ConfigurationCheck.UNKNOWN);
        }
        Findings findings = new Findings();
        for (Wanted wanted : examination.wanted()) {
            String asked =
                    wanted.request().name() + ", Python '" + wanted.request().python() + "'";
            try {
                Prospect prospect = new Prospects(wanted.tools()).of(wanted.request());
                findings.saw(asked, prospect.runtime());
                if (examination.offline() && prospect.runtime() instanceof RuntimeChoice.Missing missing) {
                    lookNearby(findings, wanted, missing);
                }
            } catch (UserFailure e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                if (!examination.offline() && isOfUv(wanted)) {
                    findings.saw(asked, Told.phrase(e) + "; uv will install one");
                } else {
                    findings.saw("asked", asked).fault(Told.phrase(e), e.hint());
                }
            }
        }
        return findings.outcome();
    }

    /** That one is missing is no fault then: the build has uv fetch it. */
    private static boolean isOfUv(Wanted wanted) {
        return wanted.request().runtime().source() instanceof SourceRequest.Installed installed
                && installed.by() == InstalledBy.UV;
    }

    private static void lookNearby(Findings findings, Wanted wanted, RuntimeChoice.Missing missing) {
        if (missing.candidates().stream().noneMatch(candidate -> isHere(wanted, candidate))) {
            findings.doubt(
                    missing.first().title() + " is not on this machine yet, and this build is offline",
                    "Run mvn python-env:go-offline or a build once with a network.");
        }
    }

    /** A mirror may be a folder. */
    private static boolean isInFolder(URI uri) {
        try {
            return "file".equalsIgnoreCase(uri.getScheme()) && Files.isRegularFile(Path.of(uri));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isHere(Wanted wanted, Candidate candidate) {
        Origin origin = new Destinations(wanted).origin(candidate);
        if (origin instanceof RemoteFile file) {
            return isInFolder(file.uri());
        }
        try {
            return origin instanceof LocalFile
                    || (origin instanceof MavenArtifact artifact
                            && wanted.tools()
                                    .supplies()
                                    .get()
                                    .artifacts()
                                    .find(artifact)
                                    .isPresent());
        } catch (UserFailure e) {
            return false;
        }
    }
}
