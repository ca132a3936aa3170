package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.Candidate;
import io.github.pythonenv.runtime.MavenArtifact;
import io.github.pythonenv.runtime.Origin;
import io.github.pythonenv.runtime.RemoteFile;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the servers answer that runtimes come from, where one is still to be fetched. That a Maven repository wants a
 * login is an answer: Maven has it.
 */
record DownloadsCheck(Examination examination, Servers servers) implements Check {

    @Override
    public String id() {
        return "downloads";
    }

    @Override
    public Category category() {
        return Category.NETWORK;
    }

    @Override
    public String title() {
        return "Servers that runtimes come from answer";
    }

    @Override
    public Outcome look() {
        if (examination.offline()) {
            return Outcome.skipped("This build is offline (-o), so no server is asked.");
        }
        Findings findings = new Findings();
        boolean any = false;
        for (Wanted wanted : examination.wanted()) {
            Destinations destinations = new Destinations(wanted);
            List<Candidate> candidates = destinations.runtimes();
            any |= !candidates.isEmpty();
            lookFor(candidates, destinations, findings);
        }
        return any ? findings.outcome() : Outcome.skipped("No runtime is to be fetched.");
    }

    /** One of them is enough; that a better one cannot be had is worth knowing. */
    private void lookFor(List<Candidate> candidates, Destinations destinations, Findings findings) {
        List<UserFailure> failures = new ArrayList<>();
        for (Candidate candidate : candidates) {
            List<URI> addresses = addresses(destinations.origin(candidate));
            boolean answered = addresses.isEmpty();
            for (URI address : addresses) {
                try {
                    findings.saw(candidate.title(), Servers.told(servers.ask(address, destinations.network())));
                    answered = true;
                } catch (UserFailure e) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw e;
                    }
                    failures.add(e);
                }
            }
            if (answered) {
                failures.forEach(failure -> findings.doubt(
                        Told.phrase(failure) + "; " + candidate.title() + " from "
                                + candidate.source().word() + " will be taken",
                        failure.hint()));
                return;
            }
        }
        failures.forEach(failure -> findings.fault(Told.phrase(failure), failure.hint()));
    }

    private List<URI> addresses(Origin origin) {
        if (origin instanceof MavenArtifact) {
            return examination.repositories();
        }
        return origin instanceof RemoteFile file && file.uri().getHost() != null ? List.of(file.uri()) : List.of();
    }
}
