package io.github.pythonenv.platform;

import io.github.pythonenv.UserFailure;
import java.util.Locale;

/** The CPUs we serve. The name is that of the JVM: a 32-bit or emulated JVM is answered as what it says it is. */
public enum Architecture {
    X86_64("x86_64"),
    AARCH64("aarch64");

    private final String id;

    Architecture(String id) {
        this.id = id;
    }

    /** The second part of a platform's id: {@code x86_64} or {@code aarch64}. */
    public String id() {
        return id;
    }

    /**
     * Reads the JVM's {@code os.arch}.
     *
     * @throws UserFailure if it is another CPU
     */
    static Architecture named(String osArch) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> X86_64;
            case "aarch64", "arm64" -> AARCH64;
            default ->
                throw new UserFailure(
                        "The CPU architecture '" + osArch + "' of this JVM is not supported.",
                        "Run the build with a 64-bit JVM on x86_64 or aarch64.");
        };
    }
}
