package io.github.pythonenv.platform;

/** The C library that programs on this machine are linked with. */
public sealed interface Libc {

    /** GNU's, with its version. */
    record Glibc(int major, int minor) implements Libc {
        /** True if a program that was linked for that version starts here. */
        public boolean atLeast(int wantedMajor, int wantedMinor) {
            return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
        }

        @Override
        public String toString() {
            return "glibc " + major + "." + minor;
        }
    }

    /** musl, as on Alpine. */
    record Musl() implements Libc {
        @Override
        public String toString() {
            return "musl";
        }
    }

    /** A Linux whose C library could not be told. */
    record Unknown() implements Libc {
        @Override
        public String toString() {
            return "unknown C library";
        }
    }

    /** Not Linux: the question does not arise. */
    record None() implements Libc {
        @Override
        public String toString() {
            return "no C library of its own";
        }
    }
}
