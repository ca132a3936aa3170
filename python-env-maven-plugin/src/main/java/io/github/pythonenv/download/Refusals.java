package io.github.pythonenv.download;

import java.util.Set;

/** Answers other than the file, in words. */
final class Refusals {
    /** Statuses after which another attempt may help, besides most of 500 and above. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    /** Not implemented, version not supported, a portal that wants a login. */
    private static final Set<Integer> LASTING = Set.of(501, 505, 511);

    private static final String PROXY_LOGINS = "Proxy-Authenticate";

    private Refusals() {}

    /**
     * What to throw.
     *
     * @throws TemporaryFault if it may pass
     */
    static Declined of(Download download, Answer answer) throws TemporaryFault, InterruptedException {
        int status = answer.status();
        String host = answer.host();
        if (PASSING.contains(status) || (status >= 500 && !LASTING.contains(status))) {
            throw new TemporaryFault(
                    host, host + " answered " + status + meaning(status), answer.header("Retry-After"));
        }
        String page = HtmlPage.titleOf(answer);
        String said = page.isEmpty() ? "" : " Its page says" + page + ".";
        return new Declined(
                host,
                status,
                download + " was not fetched: " + what(answer) + " (status " + status + ")." + said,
                next(answer));
    }

    private static String what(Answer answer) {
        String host = answer.host();
        return switch (answer.status()) {
            case 401 -> wants(host, answer.strangeLogins("WWW-Authenticate"), answer.identified());
            case 403 -> host + ", or a proxy before it, forbids it";
            case 404 -> host + " does not have it";
            case 410 -> host + " does not have it any more";
            case 407 -> proxyWants(answer);
            case 511 -> "the network wants you to log in first";
            default -> host + " answered something else than the file";
        };
    }

    private static String proxyWants(Answer answer) {
        String proxy = answer.proxy().map(one -> "the proxy " + one).orElse("a proxy before " + answer.host());
        return wants(
                proxy,
                answer.strangeLogins(PROXY_LOGINS),
                answer.proxy().flatMap(Proxy::credentials).isPresent());
    }

    private static String wants(String who, String strangeLogins, boolean identified) {
        if (!strangeLogins.isEmpty()) {
            return who + " wants a login by " + strangeLogins + ", and downloads know Basic only";
        }
        return identified
                ? who + " does not accept the user name and password"
                : who + " wants a user name and password";
    }

    private static String next(Answer answer) {
        String host = answer.host();
        return switch (answer.status()) {
            case 401 ->
                answer.strangeLogins("WWW-Authenticate").isEmpty()
                        ? "Set user name and password for " + host + " in a <server> of Maven's settings.xml."
                        : "Use a mirror that takes Basic or no login at all.";
            case 403 ->
                "Ask who runs " + host + " or your network, set user name and password for " + host
                        + " in a <server> of Maven's settings.xml, or use a mirror.";
            case 404, 410 -> "Check the address; a mirror may lack this file.";
            case 407 ->
                !answer.strangeLogins(PROXY_LOGINS).isEmpty()
                        ? "Let this host be reached directly (<nonProxyHosts>, NO_PROXY), put a local proxy in between"
                                + " that logs in there, such as px or cntlm, or use a mirror on this side of the proxy."
                        : "Set user name and password of the proxy in a <proxy> of Maven's settings.xml, or in the"
                                + " variable HTTPS_PROXY as in http://user:password@host:port.";
            case 511 -> "Open a web page in a browser on this machine and log in.";
            default -> "Open the address in a browser to see what it answers.";
        };
    }

    private static String meaning(int status) {
        return switch (status) {
            case 408 -> " (it waited too long for us)";
            case 429 -> " (too many requests)";
            case 502, 504 -> " (a server behind it does not answer)";
            case 503 -> " (it is overloaded or being serviced)";
            default -> "";
        };
    }
}
