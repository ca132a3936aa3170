package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The oldest system that a distribution starts on. */
public sealed interface Floor {

    /**
     * Compares the machine with what is wanted.
     *
     * @param host a machine of the distribution's own platform
     * @return why the distribution cannot start there, as the end of a sentence that begins with its name; nothing if
     *     it can, or if nobody can tell
     */
    Optional<String> obstacle(Host host);

    /** Linked against that version of the GNU C library. */
    record Glibc(int major, int minor) implements Floor {
        @Override
        public Optional<String> obstacle(Host host) {
            Libc libc = host.platform().libc();
            if (libc instanceof Libc.Musl) {
                return Optional.of("needs glibc " + this + ", and this Linux has musl");
            }
            if (libc instanceof Libc.Glibc found && !found.atLeast(major, minor)) {
                return Optional.of(
                        "needs glibc " + this + ", and this machine has " + found.major() + "." + found.minor());
            }
            // A C library that we could not tell may well do: the probe has the last word.
            return Optional.empty();
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }

    /** Linked against musl. */
    record Musl() implements Floor {
        @Override
        public Optional<String> obstacle(Host host) {
            // Where the C library cannot be told, glibc is what most have.
            return host.platform().libc() instanceof Libc.Musl
                    ? Optional.empty()
                    : Optional.of("is for musl, and this Linux has "
                            + (host.platform().libc() instanceof Libc.Glibc found ? found : "not"));
        }

        @Override
        public String toString() {
            return "musl";
        }
    }

    /** Built for that version of macOS. */
    record MacOs(int major, int minor) implements Floor {
        private static final Pattern VERSION = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?.*");

        @Override
        public Optional<String> obstacle(Host host) {
            Matcher found = VERSION.matcher(host.osVersion());
            if (!found.matches()) {
                return Optional.empty();
            }
            int foundMajor = Integer.parseInt(found.group(1));
            int foundMinor = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
            boolean older = foundMajor < major || (foundMajor == major && foundMinor < minor);
            return older
                    ? Optional.of("needs macOS " + this + ", and this machine has " + host.osVersion())
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }

    /** Nothing is known that would keep it from starting. */
    record None() implements Floor {
        @Override
        public Optional<String> obstacle(Host host) {
            return Optional.empty();
        }
    }
}
