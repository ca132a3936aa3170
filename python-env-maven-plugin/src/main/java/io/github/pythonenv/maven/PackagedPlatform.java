package io.github.pythonenv.maven;

import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.Platform;

/** What tells machines apart on which a packed environment runs: {@code linux-x86_64}, {@code linux-aarch64-musl}. */
final class PackagedPlatform {

    private PackagedPlatform() {}

    static String of(Platform platform) {
        return platform.libc() instanceof Libc.Musl ? platform.id() + "-musl" : platform.id();
    }
}
