package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import java.nio.file.Path;
import java.util.Map;

/** Machines to try things on. */
final class Hosts {
    private Hosts() {}

    static Host linux(Libc libc) {
        return host(OperatingSystem.LINUX, Architecture.X86_64, libc, "6.1.0");
    }

    static Host linuxOnArm(Libc libc) {
        return host(OperatingSystem.LINUX, Architecture.AARCH64, libc, "6.1.0");
    }

    static Host macOs(String version) {
        return host(OperatingSystem.MACOS, Architecture.AARCH64, new Libc.None(), version);
    }

    static Host windows(Architecture architecture) {
        return host(OperatingSystem.WINDOWS, architecture, new Libc.None(), "10.0");
    }

    private static Host host(OperatingSystem os, Architecture architecture, Libc libc, String version) {
        return new Host(
                new Platform(os, architecture, libc),
                version,
                Map.of(),
                Path.of("home").toAbsolutePath());
    }
}
