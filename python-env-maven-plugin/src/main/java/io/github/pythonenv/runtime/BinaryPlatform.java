package io.github.pythonenv.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells by a program's first bytes which platform it is for. */
final class BinaryPlatform {
    private static final int ELF = 0x464c457f;
    private static final int MACH_O = 0xfeedfacf;
    private static final short MZ = 0x5a4d;
    private static final int PE = 0x4550;
    private static final int HEAD = 1024;

    private BinaryPlatform() {}

    /** The platform's id; nothing if it is no program that we know, or one for several CPUs. */
    static Optional<String> of(Path program) throws IOException {
        ByteBuffer head;
        try (InputStream in = Files.newInputStream(program)) {
            head = ByteBuffer.wrap(in.readNBytes(HEAD)).order(ByteOrder.LITTLE_ENDIAN);
        }
        if (head.limit() < 64) {
            return Optional.empty();
        }
        if (head.getInt(0) == ELF) {
            return cpu(head.getShort(18), 62, 183).map(cpu -> "linux-" + cpu);
        }
        if (head.getInt(0) == MACH_O) {
            return cpu(head.getInt(4), 0x01000007, 0x0100000c).map(cpu -> "macos-" + cpu);
        }
        if (head.getShort(0) == MZ) {
            int header = head.getInt(60);
            return header > 0 && header < head.limit() - 6 && head.getInt(header) == PE
                    ? cpu(head.getShort(header + 4) & 0xffff, 0x8664, 0xaa64).map(cpu -> "windows-" + cpu)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> cpu(int found, int x86, int arm) {
        if (found == x86) {
            return Optional.of("x86_64");
        }
        return found == arm ? Optional.of("aarch64") : Optional.empty();
    }
}
