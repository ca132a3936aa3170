package io.github.pythonenv.doctor;

import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Proxy;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which proxies lead to the servers in use, and whether they can be reached. */
record ProxiesCheck(Examination examination) implements Check {

    private static final int PATIENCE_MILLISECONDS = 5_000;

    @Override
    public String id() {
        return "proxies";
    }

    @Override
    public Category category() {
        return Category.NETWORK;
    }

    @Override
    public String title() {
        return "Proxies on the way";
    }

    @Override
    public Outcome look() {
        List<URI> servers = servers();
        if (servers.isEmpty()) {
            return Outcome.skipped("No server is known by name that something would be fetched from.");
        }
        Network network = examination.network().get();
        Findings findings = new Findings();
        Set<Proxy> proxies = new LinkedHashSet<>();
        for (URI uri : servers) {
            // One that cannot be used fails here, with who names it.
            Optional<Proxy> proxy = network.proxies().forUri(uri);
            findings.saw(uri.getHost(), proxy.map(Proxy::toString).orElse("reached directly"));
            proxy.ifPresent(proxies::add);
        }
        if (!examination.offline()) {
            proxies.forEach(proxy -> reach(findings, proxy));
        }
        return findings.outcome();
    }

    /** One address of each host. */
    private List<URI> servers() {
        List<URI> all = new ArrayList<>(examination.repositories());
        for (Wanted wanted : examination.wanted()) {
            all.addAll(new Destinations(wanted)
                    .indexes(ChildEnvironment.from(examination.host().environment()))
                    .named());
        }
        Set<String> hosts = new LinkedHashSet<>();
        return all.stream()
                .filter(uri -> hosts.add(uri.getScheme() + " " + uri.getAuthority()))
                .toList();
    }

    private static void reach(Findings findings, Proxy proxy) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(proxy.host(), proxy.port()), PATIENCE_MILLISECONDS);
            findings.saw("proxy", proxy + " can be reached");
        } catch (UnknownHostException e) {
            unreached(findings, proxy, "its name is not known here");
        } catch (IOException e) {
            unreached(findings, proxy, String.valueOf(e.getMessage()));
        }
    }

    private static void unreached(Findings findings, Proxy proxy, String why) {
        findings.fault(
                "The proxy " + proxy + " cannot be reached: " + why,
                "Correct the <proxy> in Maven's settings.xml, or the variables HTTPS_PROXY and HTTP_PROXY; or connect"
                        + " to the network that it is in.");
    }
}
