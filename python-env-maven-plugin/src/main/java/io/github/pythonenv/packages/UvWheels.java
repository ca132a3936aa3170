package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The wheels of the pinned uv and their digests, as the package index lists them. */
final class UvWheels {

    private static final Properties TABLE = table();

    private UvWheels() {}

    static String pinnedVersion() {
        return TABLE.getProperty("version");
    }

    /**
     * SHA-256 of the pinned uv's wheel for a platform.
     *
     * @throws UserFailure where uv is not made for it
     */
    static String sha256(Platform platform) {
        String key = platform.id() + (platform.libc() instanceof Libc.Musl ? "-musl" : "");
        String digest = TABLE.getProperty(key);
        if (digest == null) {
            throw new UserFailure(
                    "There is no uv " + pinnedVersion() + " for " + key + ".",
                    "Build uv for this machine and name it in <uvExecutable>.");
        }
        return digest;
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
