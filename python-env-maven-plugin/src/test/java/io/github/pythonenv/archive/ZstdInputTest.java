package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against zstd itself, which packs here. */
class ZstdInputTest {

    private static byte[] unpacked(byte[] packed) throws IOException {
        return new ZstdInput(new ByteArrayInputStream(packed)).readAllBytes();
    }

    /** Words of a small language, noise, and runs of one byte: all kinds of blocks. */
    private static byte[] mixed(int size, long seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < size) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    byte[] noise = new byte[random.nextInt(3000)];
                    random.nextBytes(noise);
                    out.writeBytes(noise);
                }
                case 1 -> out.writeBytes(new byte[random.nextInt(300_000)]);
                default -> {
                    for (int i = random.nextInt(3000); i > 0; i--) {
                        String word = "word" + (int) Math.abs(random.nextGaussian() * 40) + " ";
                        out.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }
        }
        return Arrays.copyOf(out.toByteArray(), size);
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 1, 3, 9, 15, 19, 22})
    void unpacksAllLevels(int level) throws IOException {
        byte[] content = mixed(3_000_000, level);

        assertThat(unpacked(Zstd.compress(content, level))).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 2, 3, 30, 31, 32, 33, 63, 255, 256, 257, 1000, 65_791, 65_792, 131_071, 131_072, 131_073})
    void unpacksAllSizes(int size) throws IOException {
        for (byte[] content : new byte[][] {new byte[size], mixed(size, size)}) {
            try (ZstdCompressCtx packer = new ZstdCompressCtx()) {
                packer.setChecksum(true);
                assertThat(unpacked(packer.compress(content))).isEqualTo(content);
            }
        }
    }

    /** A window far smaller than the content, and no size before it. */
    @ParameterizedTest
    @ValueSource(ints = {10, 17, 21})
    void unpacksStreams(int windowLog) throws IOException {
        byte[] content = mixed(12_000_000, windowLog);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(packed, 5)) {
            out.setChecksum(true);
            out.setLong(windowLog);
            for (int at = 0; at < content.length; at += 999_999) {
                out.write(content, at, Math.min(999_999, content.length - at));
                out.flush();
            }
        }

        assertThat(unpacked(packed.toByteArray())).isEqualTo(content);
    }

    @Test
    void unpacksSeveralFramesAndPassesOthersOver() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Zstd.compress("one ".getBytes(StandardCharsets.US_ASCII)));
        all.writeBytes(HexFormat.of().parseHex("5a2a4d1803000000010203"));
        all.writeBytes(Zstd.compress("two".getBytes(StandardCharsets.US_ASCII)));

        assertThat(unpacked(all.toByteArray())).asString().isEqualTo("one two");
    }

    @Property(seed = "6")
    void unpacksWhatIsPacked(@ForAll byte[] content, @ForAll @IntRange(min = 1, max = 19) int level)
            throws IOException {
        assertThat(unpacked(Zstd.compress(content, level))).isEqualTo(content);
    }

    /** The same as was packed, or a fault that says so. */
    @Property(seed = "7")
    void turnedBits(@ForAll @IntRange(max = 1 << 24) int bit, @ForAll @IntRange(max = 50) int sample) {
        byte[] content = mixed(5000, sample);
        byte[] packed;
        try (ZstdCompressCtx packer = new ZstdCompressCtx()) {
            packer.setChecksum(true);
            packed = packer.compress(content);
        }
        packed[bit / 8 % packed.length] ^= (byte) (1 << bit % 8);
        try {
            assertThat(unpacked(packed)).isEqualTo(content);
        } catch (IOException expected) {
            assertThat(expected).hasMessageContaining("zstd: ");
        }
    }

    @Test
    void truncatedAtEveryLength() {
        byte[] packed = Zstd.compress(mixed(3000, 1));
        for (int length = 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> unpacked(cut)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "28b52ffd00a0, MiB of memory would be needed", // a window of one gibibyte
        "28b52ffd0158ff, a dictionary is needed",
        "28b52ffd08, a kind that is not known",
        "28b52ffd0058070000, a block that makes no sense",
        "28b52ffd0058, cut off",
        "28b52ffd2001010000, another size than promised",
        "28b52ffd0400010000ffffffff, another checksum than promised",
        "28b52ffd200001000041424344, no frame",
    })
    void whatIsNotUnpacked(String hex, String why) {
        assertThatThrownBy(() -> unpacked(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }
}
