package io.github.pythonenv.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The checksum of zstd's frames: XXH64 with the seed 0, as the xxHash specification has it. */
final class XxHash64 {
    /** P1 and P2 together, which overflows. */
    private static final long P1_AND_P2 = 0x60EA27EEADC0B5D6L;

    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 32;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] lanes = {P1_AND_P2, P2, 0, -P1};
    private final byte[] rest = new byte[STRIPE];
    private int kept;
    private long length;

    void add(byte[] bytes, int from, int to) {
        length += to - from;
        int at = from;
        while (at < to) {
            if (kept == 0 && to - at >= STRIPE) {
                stripe(bytes, at);
                at += STRIPE;
                continue;
            }
            int some = Math.min(STRIPE - kept, to - at);
            System.arraycopy(bytes, at, rest, kept, some);
            kept += some;
            at += some;
            if (kept == STRIPE) {
                stripe(rest, 0);
                kept = 0;
            }
        }
    }

    private void stripe(byte[] bytes, int at) {
        for (int lane = 0; lane < 4; lane++) {
            lanes[lane] = round(lanes[lane], (long) LONG.get(bytes, at + 8 * lane));
        }
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }

    /** The lower 32 bits of the sum. */
    int value() {
        long hash = P5;
        if (length >= STRIPE) {
            hash = Long.rotateLeft(lanes[0], 1)
                    + Long.rotateLeft(lanes[1], 7)
                    + Long.rotateLeft(lanes[2], 12)
                    + Long.rotateLeft(lanes[3], 18);
            for (long lane : lanes) {
                hash = (hash ^ round(0, lane)) * P1 + P4;
            }
        }
        hash += length;
        int at = 0;
        for (; at + 8 <= kept; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONG.get(rest, at)), 27) * P1 + P4;
        }
        if (at + 4 <= kept) {
            hash = Long.rotateLeft(hash ^ ((int) INT.get(rest, at) & 0xFFFFFFFFL) * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < kept; at++) {
            hash = Long.rotateLeft(hash ^ (rest[at] & 0xFF) * P5, 11) * P1;
        }
        hash = (hash ^ hash >>> 33) * P2;
        hash = (hash ^ hash >>> 29) * P3;
        return (int) (hash ^ hash >>> 32);
    }
}
