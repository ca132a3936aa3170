package io.github.pythonenv.packages;

import io.github.pythonenv.archive.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * JSON to the letter as Python's {@code json.dumps(…, sort_keys=True)} writes it: Poetry and Pipenv keep a digest of that
 * text. Source: the documentation of Python's {@code json}.
 *
 * @param between what stands between two entries
 * @param colon what stands between a key and its value
 */
record PythonJson(String between, String colon) {

    /** Python's default. */
    static final PythonJson SPACED = new PythonJson(", ", ": ");

    /** {@code separators=(",", ":")}. */
    static final PythonJson COMPACT = new PythonJson(",", ":");

    /** SHA-256 of the text, in hexadecimal. */
    String sha256(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return Digests.sha256(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void write(JsonNode node, StringBuilder to) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>(PythonJson::byCodePoints);
            node.propertyStream().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            to.append('{');
            Iterator<Map.Entry<String, JsonNode>> entries = sorted.entrySet().iterator();
            while (entries.hasNext()) {
                Map.Entry<String, JsonNode> entry = entries.next();
                quote(entry.getKey(), to);
                to.append(colon);
                write(entry.getValue(), to);
                to.append(entries.hasNext() ? between : "");
            }
            to.append('}');
        } else if (node.isArray()) {
            to.append('[');
            Iterator<JsonNode> values = node.iterator();
            while (values.hasNext()) {
                write(values.next(), to);
                to.append(values.hasNext() ? between : "");
            }
            to.append(']');
        } else if (node.isString()) {
            quote(node.asString(), to);
        } else {
            to.append(node);
        }
    }

    private static int byCodePoints(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                case '\b' -> to.append("\\b");
                case '\f' -> to.append("\\f");
                default -> {
                    if (c < 0x20 || c > 0x7E) {
                        to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }
}
