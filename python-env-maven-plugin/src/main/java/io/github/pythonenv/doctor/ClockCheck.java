package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.ServerProbe;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** Whether this machine's clock agrees with those of the servers: certificates and logins hold for a time only. */
record ClockCheck(Examination examination, Servers servers) implements Check {

    /** What tokens and signatures allow for as a rule. */
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    /** Then certificates that were made lately are not valid yet, and others no longer. */
    private static final Duration WRONG = Duration.ofDays(1);

    @Override
    public String id() {
        return "clock";
    }

    @Override
    public Category category() {
        return Category.NETWORK;
    }

    @Override
    public String title() {
        return "This machine's clock";
    }

    @Override
    public Outcome look() {
        if (examination.offline()) {
            return Outcome.skipped("This build is offline (-o), so no server is asked for the time.");
        }
        Optional<Duration> ahead = nearest();
        for (URI uri : examination.repositories()) {
            if (ahead.isEmpty()) {
                ask(uri);
                ahead = nearest();
            }
        }
        return ahead.map(ClockCheck::judge)
                .orElseGet(() -> Outcome.skipped("No server that was asked tells the time."));
    }

    private void ask(URI uri) {
        try {
            ServerProbe.Reply unused = servers.ask(uri, examination.network().get());
        } catch (UserFailure e) {
            // What cannot be reached tells no time.
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
    }

    /** A server's own clock may be wrong, this one's agrees with one of them then. */
    private Optional<Duration> nearest() {
        return servers.replies().stream()
                .flatMap(reply -> reply.ahead().stream())
                .min(Comparator.comparing(Duration::abs));
    }

    private static Outcome judge(Duration ahead) {
        Duration off = ahead.abs();
        String which = ahead.isNegative() ? "ahead of" : "behind";
        String what = "This machine's clock is " + text(off) + " " + which + " that of the servers";
        String hint = "Set the clock, and have it kept right (NTP; in a virtual machine, by its host).";
        Findings findings = new Findings().saw("difference", off.toSeconds() + " seconds");
        if (off.compareTo(WRONG) >= 0) {
            findings.fault(what, hint);
        } else if (off.compareTo(TOLERATED) >= 0) {
            findings.doubt(what, hint);
        }
        return findings.outcome();
    }

    private static String text(Duration off) {
        return off.toDays() > 1
                ? off.toDays() + " days"
                : off.toHours() > 1 ? off.toHours() + " hours" : off.toMinutes() + " minutes";
    }
}
