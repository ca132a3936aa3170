package io.github.pythonenv.download;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that environment variables name, as curl and pip read them: the lower-case name before the upper-case
 * one, the scheme's own before the one for all.
 */
record EnvironmentProxies(Map<String, String> environment) implements Proxies {
    private static final int USUAL_PORT = 8080;

    @Override
    public Optional<Proxy> forUri(URI uri) {
        if (isPassedOver(uri)) {
            return Optional.empty();
        }
        String own = uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
        return value(own)
                .map(text -> proxy(uri, own, text))
                .or(() -> value("all_proxy").map(text -> proxy(uri, "all_proxy", text)));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT)))
                        .filter(text -> !text.isBlank()))
                .map(String::strip);
    }

    private boolean isPassedOver(URI uri) {
        return value("no_proxy").stream()
                .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
                .anyMatch(entry -> isMeant(entry.toLowerCase(Locale.ROOT), uri));
    }

    /** {@code host}, {@code .domain} and {@code *.domain} (below it and itself), {@code host:port}, {@code *}. */
    private static boolean isMeant(String entry, URI uri) {
        if (entry.isEmpty()) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        String name = entry.replaceAll("[\\[\\]]", "");
        int colon = name.indexOf(':');
        if (colon >= 0 && colon == name.lastIndexOf(':')) {
            if (!name.substring(colon + 1).equals(String.valueOf(Redirects.port(uri)))) {
                return false;
            }
            name = name.substring(0, colon);
        }
        if (name.equals("*")) {
            return true;
        }
        String domain = name.replaceFirst("^\\*?\\.", "");
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static Proxy proxy(URI wanted, String variable, String text) {
        String written = text.contains("://") ? text : "http://" + text;
        int at = written.lastIndexOf('@');
        int start = written.indexOf("://") + 3;
        Optional<Credentials> credentials =
                at < start ? Optional.empty() : Optional.of(UserInfo.credentials(written.substring(start, at)));
        String rest = at < start ? written : written.substring(0, start) + written.substring(at + 1);
        try {
            URI uri = URI.create(rest);
            if (uri.getHost() != null && uri.getScheme().equalsIgnoreCase("http")) {
                return new Proxy(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort(), credentials);
            }
        } catch (IllegalArgumentException e) {
            // Said below, without what the variable holds: it may be a password.
        }
        throw new UnusableProxy(
                wanted.getHost(),
                "The proxy in the variable " + variable.toUpperCase(Locale.ROOT) + " (or " + variable + ")",
                fault(written.substring(0, start - 3).toLowerCase(Locale.ROOT)));
    }

    private static String fault(String scheme) {
        if (scheme.startsWith("socks")) {
            return "it speaks SOCKS (" + scheme + "://), and downloads go through HTTP proxies only";
        }
        return scheme.equals("https")
                ? "it is reached over TLS (https://), and downloads go through proxies that are reached over http:// only"
                : "it is no HTTP proxy as in http://proxy.example.com:3128";
    }
}
