package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** The wheels of the pinned uv and their digests, as the package index lists them. */
final class UvWheels {

    private static final String TAGS = "tags.";
    private static final Properties TABLE = table();

    private UvWheels() {}

    static String pinnedVersion() {
        return TABLE.getProperty("version");
    }

    /** The keys of all wheels. */
    static List<String> platforms() {
        return TABLE.stringPropertyNames().stream()
                .filter(name -> name.startsWith(TAGS))
                .map(name -> name.substring(TAGS.length()))
                .sorted()
                .toList();
    }

    /** The key of a machine's wheel: the platform's id, with {@code -musl} at the end on such a Linux. */
    static String key(Platform platform) {
        return platform.fullId();
    }

    /**
     * SHA-256 of the pinned uv's wheel for a platform.
     *
     * @throws UserFailure where uv is not made for it
     */
    static String sha256(String key) {
        String digest = TABLE.getProperty(key);
        if (digest == null) {
            throw new UserFailure(
                    "There is no uv " + pinnedVersion() + " for " + key + ".",
                    "Build uv for this machine and name it in <uvExecutable>.");
        }
        return digest;
    }

    /** The platform tags that the wheel may carry in its name. */
    static List<String> tags(String key) {
        return List.of(TABLE.getProperty(TAGS + key, "").split(" "));
    }

    /** What uv calls the machine that a wheel is for, where it installs for another one than it runs on. */
    static String triple(String key) {
        String cpu = key.contains("aarch64") ? "aarch64" : "x86_64";
        if (key.startsWith("windows")) {
            return cpu + "-pc-windows-msvc";
        }
        if (key.startsWith("macos")) {
            return cpu + "-apple-darwin";
        }
        return cpu + (key.endsWith("-musl") ? "-unknown-linux-musl" : "-unknown-linux-gnu");
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream resource = UvWheels.class.getResourceAsStream("uv.properties")) {
            table.load(resource);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
