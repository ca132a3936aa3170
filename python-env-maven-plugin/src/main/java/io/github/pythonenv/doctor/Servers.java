package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.ServerProbe;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers that are asked, each address once, whichever checks want to know. */
final class Servers {

    private final Clock clock;
    private final Map<URI, ServerProbe.Reply> replies = new LinkedHashMap<>();
    private final Map<URI, UserFailure> failures = new LinkedHashMap<>();

    Servers(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a server answers.
     *
     * @throws UserFailure where it does not
     */
    ServerProbe.Reply ask(URI uri, Network network) {
        UserFailure failed = failures.get(uri);
        if (failed != null) {
            throw failed;
        }
        ServerProbe.Reply known = replies.get(uri);
        if (known == null) {
            try {
                known = new ServerProbe(network, clock).ask(uri);
                replies.put(uri, known);
            } catch (UserFailure e) {
                failures.put(uri, e);
                throw e;
            }
        }
        return known;
    }

    /** All answers so far. */
    List<ServerProbe.Reply> replies() {
        return List.copyOf(replies.values());
    }

    /** An answer, for a person. */
    static String told(ServerProbe.Reply reply) {
        return reply.address() + " answered " + reply.status() + " in " + reply.milliseconds() + " ms"
                + reply.proxy().map(proxy -> ", through the proxy " + proxy).orElse("");
    }
}
