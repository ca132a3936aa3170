package io.github.pythonenv.registry;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.PythonVersion;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A CPython on this machine, as it answered for itself.
 *
 * @param executable the real file, or a lasting link to it where the file moves with each update
 * @param home {@code sys.base_prefix}
 * @param version of the release
 * @param level {@code final}, or what it is before that
 * @param build what it says of its making, which an update changes
 * @param platform the id of the platform that it is for
 * @param libc the C library that it runs on; empty where the system has only one
 * @param bits of a pointer
 * @param freeThreaded whether it is a build without the global lock
 * @param ensurepip whether it can make an environment with pip by itself: Debian's cannot, and uv does not mind
 * @param externallyManaged whether packages must not be installed into it (PEP 668): an environment stands beside it
 * @param by who installed it
 */
public record Interpreter(
        Path executable,
        Path home,
        PythonVersion version,
        String level,
        String build,
        String platform,
        String libc,
        int bits,
        boolean freeThreaded,
        boolean ensurepip,
        boolean externallyManaged,
        InstalledBy by) {

    /** uv supports no older ones. */
    private static final PythonVersion OLDEST = new PythonVersion(3, 8, 0);

    /**
     * Why this one is never chosen.
     *
     * @param here the id of this machine's platform
     * @return the end of a sentence that begins with its name; nothing if it may be chosen
     */
    Optional<String> drawback(String here) {
        if (!platform.equals(here)) {
            return Optional.of("is for " + platform + ", and this build runs on " + here);
        }
        if (bits != 64) {
            return Optional.of("is a 32-bit build");
        }
        if (!level.equals("final")) {
            return Optional.of("is a pre-release (" + level + ")");
        }
        if (freeThreaded) {
            return Optional.of("is a free-threaded build, for which most packages are not made");
        }
        if (version.compareTo(OLDEST) < 0) {
            return Optional.of("is older than " + OLDEST.series() + ", the oldest that uv supports");
        }
        return Optional.empty();
    }

    /** The id of a platform, from the system's part of another one and the CPU's name in the system's own words. */
    static String platform(String here, String machine) {
        String os = here.substring(0, here.indexOf('-'));
        return os + "-"
                + switch (machine.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64", "x64" -> Architecture.X86_64.id();
                    case "arm64", "aarch64" -> Architecture.AARCH64.id();
                    default -> machine;
                };
    }
}
