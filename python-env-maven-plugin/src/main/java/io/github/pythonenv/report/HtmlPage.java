package io.github.pythonenv.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTML file with all that it needs inside. Its policy lets the browser run the scripts that were shipped with the
 * plugin, by their digests, and fetch nothing at all: so a text from a package that found a way to become markup could
 * still not do anything.
 *
 * @param scripts the names of the scripts that draw it, in their order
 */
record HtmlPage(List<String> scripts) {

    /** The page of one environment. */
    static final HtmlPage REPORT = new HtmlPage(List.of(
            "page.js",
            "checks.js",
            "needs.js",
            "finder.js",
            "layers.js",
            "graph.js",
            "sizes.js",
            "about.js",
            "timings.js",
            "benchmark.js",
            "report.js"));

    /** The page over all environments. */
    static final HtmlPage DASHBOARD = new HtmlPage(List.of("page.js", "dashboard.js"));

    /** D3, which draws graph, areas and plots; taken from its WebJar when the plugin is built. */
    private static final String LIBRARY = "d3.min.js";

    private static final Pattern PLACE = Pattern.compile("\\{(policy|style|library|script|data)}");

    /** The page for some data. */
    String print(JsonNode data) {
        String library = resource(LIBRARY);
        String script = scripts.stream()
                .map(HtmlPage::resource)
                .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"));
        String policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src " + digest(library)
                + " " + digest(script);
        Map<String, String> parts = Map.of(
                "policy", policy,
                "style", resource("style.css").strip(),
                "library", library,
                "script", script,
                "data", inScript(data));
        return PLACE.matcher(resource("page.html"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    /**
     * JSON as the contents of a script element: nothing in it can end the element, or begin a comment there. Source: the
     * HTML standard, "Restrictions for contents of script elements".
     */
    private static String inScript(JsonNode data) {
        return new JsonMapper().writeValueAsString(data).replace("<", "\\u003c");
    }

    private static String digest(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
