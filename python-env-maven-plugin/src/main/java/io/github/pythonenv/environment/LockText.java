package io.github.pythonenv.environment;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.DistributionFields;
import io.github.pythonenv.store.KeptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@link Lock} as a file: TOML, so that editors know it, but of it only tables with texts, a line each. That needs no
 * library to read, and a change of one pin is a change of a few lines.
 */
final class LockText {
    private static final String SCHEMA = "1";
    private static final String HEAD = """
            # Which Python and which uv builds of this project take, on every platform.
            # Written by mvn python-env:lock. Commit it; change it with that goal only.
            schema = "%s"
            """.formatted(SCHEMA);

    private static final Pattern PAIR =
            Pattern.compile("(?<key>[A-Za-z0-9_-]+) = \"(?<value>(?:[^\"\\\\]|\\\\[\"\\\\])*)\"");

    private LockText() {}

    /** @throws UserFailure if it is no lock, or one that a later version wrote */
    static Lock read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new UserFailure(
                    "The lock " + file + " cannot be read: " + FileFault.why(e) + ".",
                    "Bring it back from version control, or delete it and run mvn python-env:lock.",
                    e);
        }
    }

    /** Puts a lock in place, whole or not at all. */
    static void write(Path file, Lock lock) throws IOException {
        new KeptFile(file.toAbsolutePath()).write(print(lock));
    }

    /** @throws IllegalArgumentException if it is no lock */
    static Lock parse(String text) {
        Map<String, String> top = new LinkedHashMap<>();
        Map<String, String> uv = new LinkedHashMap<>();
        List<Map<String, String>> pythons = new ArrayList<>();
        Map<String, String> table = top;
        for (String written : text.lines().toList()) {
            String line = written.strip();
            if (line.equals("[uv]")) {
                table = uv;
            } else if (line.equals("[[python]]")) {
                table = new LinkedHashMap<>();
                pythons.add(table);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                Matcher pair = PAIR.matcher(line);
                if (!pair.matches() || table.put(pair.group("key"), unescaped(pair.group("value"))) != null) {
                    throw new IllegalArgumentException("'" + line + "' does not belong there.");
                }
            }
        }
        if (!SCHEMA.equals(top.get("schema"))) {
            throw new IllegalArgumentException(
                    "its schema is " + top.get("schema") + ", and this version of python-env knows " + SCHEMA + ".");
        }
        return lock(pythons, uv);
    }

    private static Lock lock(List<Map<String, String>> pythons, Map<String, String> uv) {
        Map<String, List<Distribution>> requests = new TreeMap<>();
        for (Map<String, String> python : pythons) {
            String request = Optional.ofNullable(python.get("request"))
                    .orElseThrow(() -> new IllegalArgumentException("a Python has no request: " + python));
            requests.computeIfAbsent(request, key -> new ArrayList<>()).add(DistributionFields.parse(python));
        }
        if (uv.isEmpty()) {
            return new Lock(requests, Optional.empty());
        }
        Map<String, String> digests = new TreeMap<>(uv);
        String version = Optional.ofNullable(digests.remove("version"))
                .orElseThrow(() -> new IllegalArgumentException("uv has no version."));
        return new Lock(requests, Optional.of(new Lock.Uv(version, digests)));
    }

    static String print(Lock lock) {
        StringBuilder text = new StringBuilder(HEAD);
        lock.uv().ifPresent(uv -> {
            text.append("\n[uv]\n");
            line(text, "version", uv.version());
            new TreeMap<>(uv.digests()).forEach((platform, digest) -> line(text, platform, digest));
        });
        lock.pythons().forEach((request, distributions) -> {
            for (Distribution distribution : distributions) {
                text.append("\n[[python]]\n");
                line(text, "request", request);
                DistributionFields.of(distribution).forEach((key, value) -> line(text, key, value));
            }
        });
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(" = \"");
        text.append(value.replace("\\", "\\\\").replace("\"", "\\\""));
        text.append("\"\n");
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\([\"\\\\])", "$1");
    }
}
