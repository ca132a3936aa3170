package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipOutputTest {

    private static final int BLOCK = 1 << 18;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 11 * BLOCK + 7})
    void onAnyNumberOfCoresTheSameBytesWhichUnpack(int size) throws IOException {
        byte[] text = mixture(size);
        byte[] packed = packed(text, 1);

        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed))).hasBinaryContent(text);
        assertThat(packed(text, 5)).isEqualTo(packed);
    }

    @Test
    void noiseUnpacksToo() throws IOException {
        byte[] noise = new byte[3 * BLOCK];
        new Random(3).nextBytes(noise);

        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed(noise, 2))))
                .hasBinaryContent(noise);
    }

    @Test
    void blocksSeeWhatWasBeforeThem() throws IOException {
        byte[] noise = new byte[1 << 14];
        new Random(3).nextBytes(noise);
        byte[] repeated = new byte[4 * BLOCK];
        for (int at = 0; at < repeated.length; at += noise.length) {
            System.arraycopy(noise, 0, repeated, at, noise.length);
        }

        // Without the dictionary each of the four blocks would hold the noise once.
        assertThat(packed(repeated, 2)).hasSizeLessThan(2 * noise.length);
    }

    @Test
    void afterAFaultNothingLooksWhole() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (kept.size() > BLOCK) {
                    throw new IOException("No space left on device");
                }
                kept.write(bytes, offset, length);
            }
        };
        byte[] noise = new byte[20 * BLOCK];
        new Random(3).nextBytes(noise);
        GzipOutput gzip = new GzipOutput(new BlockPacker(full, 2));

        assertThatThrownBy(() -> gzip.write(noise)).hasMessage("No space left on device");
        gzip.close();

        assertThatThrownBy(() -> new GZIPInputStream(new ByteArrayInputStream(kept.toByteArray())).readAllBytes())
                .isInstanceOf(IOException.class);
    }

    private static byte[] packed(byte[] text, int cores) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GzipOutput gzip = new GzipOutput(new BlockPacker(out, cores))) {
            for (int at = 0; at < text.length; at += 50_001) {
                gzip.write(text, at, Math.min(50_001, text.length - at));
            }
        }
        return out.toByteArray();
    }

    /** Words that come again, and some that do not. */
    private static byte[] mixture(int size) {
        Random random = new Random(size);
        byte[] text = new byte[size];
        for (int at = 0; at < size; at++) {
            text[at] = (byte) (random.nextInt(8) == 0 ? random.nextInt() : at % 251);
        }
        return text;
    }
}
