package io.github.pythonenv.platform;

import io.github.pythonenv.UserFailure;
import java.util.Locale;

/** The operating systems we serve. */
public enum OperatingSystem {
    LINUX("linux"),
    MACOS("macos"),
    WINDOWS("windows");

    private final String id;

    OperatingSystem(String id) {
        this.id = id;
    }

    /** The first part of a platform's id: {@code linux}, {@code macos} or {@code windows}. */
    public String id() {
        return id;
    }

    /** The one of a platform's id, such as {@code linux-x86_64}. */
    public static OperatingSystem of(String platform) {
        for (OperatingSystem one : values()) {
            if (platform.startsWith(one.id + "-")) {
                return one;
            }
        }
        throw new IllegalArgumentException(platform);
    }

    /**
     * Reads the JVM's {@code os.name}.
     *
     * @throws UserFailure if it is another system
     */
    static OperatingSystem named(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return LINUX;
        }
        if (name.startsWith("mac") || name.startsWith("darwin")) {
            return MACOS;
        }
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        throw new UserFailure(
                "The operating system '" + osName + "' is not supported.", "Run the build on Linux, macOS or Windows.");
    }
}
