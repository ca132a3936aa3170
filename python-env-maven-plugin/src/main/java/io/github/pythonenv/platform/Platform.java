package io.github.pythonenv.platform;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What decides which binaries start: system, CPU and C library. A value like a record, but the C library is looked up
 * only when asked for: that reads a file of two megabytes, and a build that is up to date never asks.
 */
public final class Platform {
    private final OperatingSystem os;
    private final Architecture architecture;
    private final Supplier<Libc> lookup;
    private volatile @Nullable Libc libc;

    public Platform(OperatingSystem os, Architecture architecture, Libc libc) {
        this(os, architecture, () -> libc);
    }

    Platform(OperatingSystem os, Architecture architecture, Supplier<Libc> lookup) {
        this.os = os;
        this.architecture = architecture;
        this.lookup = lookup;
    }

    public OperatingSystem os() {
        return os;
    }

    public Architecture architecture() {
        return architecture;
    }

    public Libc libc() {
        Libc found = libc;
        if (found == null) {
            found = lookup.get();
            libc = found;
        }
        return found;
    }

    /** The id used in our data files, for example {@code linux-x86_64} or {@code macos-aarch64}; without the libc. */
    public String id() {
        return os.id() + "-" + architecture.id();
    }

    /** The same with {@code -musl} at its end where that is the C library: what is linked against another does not start. */
    public String fullId() {
        return libc() instanceof Libc.Musl ? id() + "-musl" : id();
    }

    public boolean windows() {
        return os == OperatingSystem.WINDOWS;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Platform that
                && os == that.os
                && architecture == that.architecture
                && libc().equals(that.libc());
    }

    @Override
    public int hashCode() {
        return Objects.hash(os, architecture);
    }

    @Override
    public String toString() {
        return id();
    }
}
