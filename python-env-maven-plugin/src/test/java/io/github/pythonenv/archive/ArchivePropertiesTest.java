package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever a file holds: the tree that its maker meant, or a failure for a person; nothing outside of the folder, no bug
 * of ours, no end that does not come. More tries: {@code -Djqwik.tries.default=100000}.
 */
class ArchivePropertiesTest {
    private static final Map<String, String> TREE =
            new TreeMap<>(Map.of("a", "", "a/b", "some content", "a/l", "-> b", "c", "x".repeat(50)));

    private Path folder;

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("archives");
    }

    @AfterTry
    void deleteFolder() throws IOException {
        Trees.delete(folder);
    }

    @Property(seed = "1")
    void turnedBits(@ForAll Packed packed, @ForAll @IntRange(max = 1 << 20) int bit) throws IOException {
        byte[] bytes = packed.bytes();
        int turned = bit % (bytes.length * 8);
        bytes[turned / 8] ^= (byte) (1 << turned % 8);

        boolean whole = unpacks(bytes);

        // Names and contents of a zip and a plain tar have no or other checksums; what is packed as a whole has one.
        if (whole && packed.isSummed()) {
            assertThat(UnpackedTree.of(into())).isEqualTo(TREE);
        }
    }

    @Property(seed = "2")
    void overwrittenBytes(
            @ForAll Packed packed, @ForAll @IntRange(max = 1 << 20) int where, @ForAll @Size(max = 20) byte[] with)
            throws IOException {
        byte[] bytes = packed.bytes();
        int at = where % bytes.length;
        System.arraycopy(with, 0, bytes, at, Math.min(with.length, bytes.length - at));

        unpacks(bytes);
    }

    @Property(seed = "3")
    void truncated(@ForAll Packed packed, @ForAll @IntRange(max = 1 << 20) int length) throws IOException {
        byte[] bytes = packed.bytes();

        // The zeros at the end of a plain tar may be missing but for the first of them.
        if (unpacks(Arrays.copyOf(bytes, length % bytes.length))) {
            assertThat(packed).isEqualTo(Packed.TAR);
            assertThat(UnpackedTree.of(into())).isEqualTo(TREE);
        }
    }

    @Property(seed = "4")
    void randomBytes(@ForAll Packed packed, @ForAll byte[] bytes) throws IOException {
        byte[] start = Arrays.copyOf(packed.bytes(), 6);
        byte[] all = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);

        assertThat(unpacks(all)).isFalse();
    }

    /** A header with its right sum and anything else in it: what one who means harm writes. */
    @Property(seed = "5")
    void headersOfAnyKind(@ForAll @Size(512) byte[] block, @ForAll char type, @ForAll @IntRange(max = 2000) int size)
            throws IOException {
        byte[] header = block.clone();
        byte[] number = String.format("%011o\0", size).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(number, 0, header, 124, number.length);
        header[156] = (byte) type;

        unpacks(new TarBytes()
                .raw(TarBytes.sealed(header))
                .raw(new byte[2048])
                .file("a", "x")
                .bytes());
    }

    /** True if it was unpacked, false if it was refused or broken. */
    private boolean unpacks(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("test.bin"), bytes);
        boolean unpacked = false;
        try {
            Archive.unpack(file, "", into(), done -> {});
            unpacked = true;
        } catch (UserFailure | IOException expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            assertThat(siblings).allMatch(path -> path.endsWith("into") || path.endsWith("test.bin"));
        }
        return unpacked;
    }

    private Path into() {
        return folder.resolve("into");
    }

    /** The same tree in all formats. */
    enum Packed {
        ZIP,
        TAR,
        TAR_GZ,
        TAR_XZ,
        TAR_ZST;

        byte[] bytes() {
            TarBytes tar = new TarBytes()
                    .folder("a/")
                    .link("a/l", "b")
                    .file("a/b", "some content")
                    .file("c", "x".repeat(50));
            return switch (this) {
                case ZIP ->
                    new ZipBytes()
                            .file("a/b", "some content")
                            .link("a/l", "b")
                            .stored("c", "x".repeat(50).getBytes(StandardCharsets.UTF_8))
                            .bytes();
                case TAR -> tar.bytes();
                case TAR_GZ -> tar.gzip();
                case TAR_XZ -> tar.xz();
                case TAR_ZST -> tar.zstd();
            };
        }

        boolean isSummed() {
            return this != ZIP && this != TAR;
        }
    }
}
