package io.github.pythonenv.download;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells child processes of the proxies that Maven's settings list, by the variables that curl, pip, uv and git read. What
 * the user set wins.
 */
public final class ProxyVariables {

    private static final Pattern BEGINNING_OF_ADDRESS = Pattern.compile("(?:\\d{1,3}\\.){1,3}\\*");

    private ProxyVariables() {}

    /**
     * Adds them.
     *
     * @param environment the variables that children get
     * @param proxies the listed ones count; those that the environment names are in it already
     * @param asked what is known of where they will go: hosts among these that are reached directly are named one by
     *     one, since these variables know no patterns like {@code *-internal.example.com}
     * @return the given variables, completed, their names ordered as before
     */
    public static Map<String, String> addedTo(Map<String, String> environment, Proxies proxies, Collection<URI> asked) {
        Map<String, String> completed = environment instanceof SortedMap<String, String> sorted
                ? new TreeMap<>(sorted)
                : new TreeMap<>(environment);
        List<ListedProxy> listed = proxies.listed();
        boolean any = false;
        for (String scheme : List.of("https", "http")) {
            Optional<ListedProxy> proxy = nearest(listed, scheme);
            if (proxy.isPresent() && !isSet(environment, scheme + "_proxy") && !isSet(environment, "all_proxy")) {
                put(completed, scheme + "_proxy", address(proxy.get().proxy()));
                any = true;
            }
        }
        if (any) {
            put(completed, "no_proxy", String.join(",", passedOver(environment, listed, asked)));
        }
        return completed;
    }

    private static Optional<ListedProxy> nearest(List<ListedProxy> listed, String scheme) {
        URI any = URI.create(scheme + "://host");
        return listed.stream()
                .filter(proxy -> proxy.isFor(any))
                .min(Comparator.comparing(proxy -> !proxy.isOfScheme(any)));
    }

    private static Set<String> passedOver(
            Map<String, String> environment, List<ListedProxy> listed, Collection<URI> asked) {
        Set<String> hosts = new LinkedHashSet<>();
        for (String name : List.of("no_proxy", "NO_PROXY")) {
            String users = environment.getOrDefault(name, "");
            if (!users.isBlank()) {
                hosts.addAll(List.of(users.strip().split("[,\\s]+")));
            }
        }
        for (ListedProxy proxy : listed) {
            proxy.patterns().map(ProxyVariables::entry).forEach(hosts::add);
            asked.stream()
                    .filter(uri -> uri.getHost() != null && proxy.forUri(uri).isEmpty())
                    .forEach(uri -> hosts.add(uri.getHost()));
        }
        return hosts;
    }

    /** The nearest that {@code NO_PROXY} has to a pattern: a domain, a network of addresses, else the pattern itself. */
    private static String entry(String pattern) {
        if (BEGINNING_OF_ADDRESS.matcher(pattern).matches()) {
            String[] numbers = pattern.substring(0, pattern.length() - 2).split("\\.");
            return String.join(".", numbers) + ".0".repeat(4 - numbers.length) + "/" + 8 * numbers.length;
        }
        return pattern.startsWith("*.") ? pattern.substring(1) : pattern;
    }

    private static String address(Proxy proxy) {
        String user = proxy.credentials().map(known -> known.inUrl() + "@").orElse("");
        return "http://" + user + proxy.host() + ":" + proxy.port();
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank()
                || !environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").isBlank();
    }

    /** Some programs read one spelling, some the other. */
    private static void put(Map<String, String> variables, String name, String value) {
        variables.put(name, value);
        variables.put(name.toUpperCase(Locale.ROOT), value);
    }
}
