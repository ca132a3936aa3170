package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.ServerProbe;
import io.github.pythonenv.packages.IndexesInUse;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether the package indexes in use answer, through the proxies and with the certificates in use. Those that somebody
 * named are asked here; the default one, which only uv and pip know, is asked by them, where one of them is there.
 */
record IndexCheck(Examination examination, Servers servers) implements Check {

    @Override
    public String id() {
        return "index";
    }

    @Override
    public Category category() {
        return Category.NETWORK;
    }

    @Override
    public String title() {
        return "Package indexes answer";
    }

    @Override
    public Outcome look() {
        if (examination.offline()) {
            return Outcome.skipped("This build is offline (-o), so no server is asked.");
        }
        if (examination.wanted().isEmpty()) {
            return Outcome.skipped(ConfigurationCheck.UNKNOWN);
        }
        Findings findings = new Findings();
        Map<String, String> variables = ChildEnvironment.from(examination.host().environment());
        Set<URI> asked = new LinkedHashSet<>();
        boolean usual = false;
        boolean any = false;
        for (Wanted wanted : examination.wanted()) {
            Destinations destinations = new Destinations(wanted);
            IndexesInUse indexes = destinations.indexes(variables);
            any |= indexes.usual() || !indexes.named().isEmpty();
            for (URI uri : indexes.named()) {
                if (asked.add(uri)) {
                    ask(findings, uri, destinations);
                }
            }
            if (indexes.usual() && !usual) {
                usual = true;
                new DefaultIndex(examination, wanted).ask(findings);
            }
        }
        return any ? findings.outcome() : Outcome.skipped("No index is asked: packages come from folders alone.");
    }

    private void ask(Findings findings, URI uri, Destinations destinations) {
        try {
            ServerProbe.Reply reply = servers.ask(uri, destinations.network());
            findings.saw("index", Servers.told(reply));
            reply.refusal().ifPresent(refusal -> findings.fault(Told.phrase(refusal), refusal.hint()));
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            findings.fault(Told.phrase(e), e.hint());
        }
    }
}
