package io.github.pythonenv.packages;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The passwords in the variables of a child process, so that they can be taken out of what it says: tools hide them in
 * URLs, but nobody vouches for the plugins that they load and the builds that they run.
 */
final class Secrets {

    private static final Pattern USER_INFO = Pattern.compile("://(?<user>[^/@:\\s]*):(?<password>[^/@\\s]+)@");

    /** What is shorter stands in too many other words. */
    private static final int SHORTEST = 4;

    private final List<String> texts;

    private Secrets(Set<String> texts) {
        // The longest first: one may be part of another.
        this.texts = texts.stream()
                .filter(text -> text.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    static Secrets in(Map<String, String> variables) {
        Set<String> texts = new TreeSet<>();
        variables.forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (upper.endsWith("_PASSWORD") || upper.endsWith("_TOKEN")) {
                add(texts, variables.getOrDefault(upper.replaceFirst("_PASSWORD$", "_USERNAME"), ""), value);
            }
            Matcher matcher = USER_INFO.matcher(value);
            while (matcher.find()) {
                add(texts, matcher.group("user"), matcher.group("password"));
                add(texts, decoded(matcher.group("user")), decoded(matcher.group("password")));
            }
        });
        return new Secrets(texts);
    }

    private static void add(Set<String> texts, String user, String password) {
        texts.add(password);
        texts.add(URLEncoder.encode(password, StandardCharsets.UTF_8));
        texts.add(URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20"));
        // As the scheme Basic sends it (RFC 7617).
        texts.add(Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The text with stars in their place, and in that of user names and passwords in URLs. */
    String hiddenIn(String text) {
        String hidden = Credentials.hidden(text);
        for (String secret : texts) {
            if (hidden.contains(secret)) {
                hidden = hidden.replace(secret, "***");
            }
        }
        return hidden;
    }
}
