package io.github.pythonenv.platform;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The machine and the user, as values: what reads them can be tested with others.
 *
 * @param platform system, CPU and C library
 * @param osVersion the system's version as the JVM says it ({@code 15.7.1} on macOS, the kernel's on Linux)
 * @param environment the variables that this JVM was started with
 * @param userHome the user's home, absolute
 */
public record Host(Platform platform, String osVersion, Map<String, String> environment, Path userHome) {

    public Host {
        environment = Map.copyOf(environment);
    }

    /**
     * The machine of this JVM. Cheap: reads properties and variables only.
     *
     * @throws UserFailure if the system or the CPU is not supported, or the user has no home
     */
    public static Host current() {
        return from(System.getProperties(), System.getenv(), new LibcDetection(Path.of("/proc/self/maps")));
    }

    static Host from(Properties properties, Map<String, String> environment, LibcDetection libc) {
        OperatingSystem os = OperatingSystem.named(properties.getProperty("os.name", ""));
        Architecture architecture = Architecture.named(properties.getProperty("os.arch", ""));
        Platform platform = os == OperatingSystem.LINUX
                ? new Platform(os, architecture, libc)
                : new Platform(os, architecture, new Libc.None());
        return new Host(platform, properties.getProperty("os.version", ""), environment, home(properties, environment));
    }

    /** In a container a user without a passwd entry has {@code user.home} set to a question mark. */
    private static Path home(Properties properties, Map<String, String> environment) {
        String home = properties.getProperty("user.home", "?");
        if (home.isBlank() || home.equals("?")) {
            home = environment.getOrDefault("HOME", "");
        }
        if (home.isBlank()) {
            throw new UserFailure(
                    "This user has no home folder: neither the JVM (user.home) nor HOME names one.",
                    "Set HOME, or start Maven with -Duser.home=<folder>.");
        }
        return Path.of(home).toAbsolutePath().normalize();
    }
}
