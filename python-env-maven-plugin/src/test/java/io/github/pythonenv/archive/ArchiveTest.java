package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest {

    @TempDir
    Path folder;

    /** All that is unpacked, written by one who knows their format. */
    enum Sample {
        ZIP,
        TAR,
        TAR_GZ,
        TAR_XZ,
        TAR_ZST;

        byte[] bytes() {
            TarBytes tar = new TarBytes().folder("python/").file("python/bin/python", "binary", 0755);
            return switch (this) {
                case ZIP ->
                    new ZipBytes()
                            .folder("python/")
                            .file("python/bin/python", "binary", 0755)
                            .bytes();
                case TAR -> tar.bytes();
                case TAR_GZ -> tar.gzip();
                case TAR_XZ -> tar.xz();
                case TAR_ZST -> tar.zstd();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void formatsAreToldByTheirFirstBytes(Sample sample) throws IOException {
        Path file = write(sample.bytes());

        assertThat(Archive.topFolders(file)).containsExactly("python/");
        assertThat(Archive.unpack(file, "python/", folder.resolve("into"), bytes -> {}))
                .isEqualTo(new Unpacked(1, 6));
        assertThat(UnpackedTree.of(folder.resolve("into")))
                .containsOnly(Map.entry("bin", ""), Map.entry("bin/python", "binary"));
    }

    @Test
    void severalTopFolders() throws IOException {
        TarBytes tar = new TarBytes()
                .file("README", "x")
                .file("./a/b/c", "x")
                .folder("a/d")
                .link("e", "README");

        assertThat(Archive.topFolders(write(tar.gzip()))).containsExactly("README", "a/", "e");
    }

    @Test
    void aPrefixIsAFolder() {
        assertThatThrownBy(() -> Archive.unpack(write(Sample.TAR.bytes()), "python", folder, bytes -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "<!DOCTYPE html><title>Log in</title>, is a web page",
        "'\ufeff\n <HTML>', is a web page",
        "Not Found, is the text 'Not Found'",
        "'', is empty",
    })
    void textThatIsNoArchive(String text, String why) {
        assertUnknown(text.getBytes(StandardCharsets.UTF_8), why);
    }

    @ParameterizedTest
    @CsvSource({
        "425a6839314159265359, is a bzip2 file",
        "377abcaf271c0004, is a 7z archive",
        "4d5a90000300, is a program for Windows",
        "00010203040506070809, begins with the bytes 00 01 02 03 04 05 06 07",
        "1f, begins with the bytes 1f",
    })
    void bytesThatAreNoArchive(String hex, String why) {
        assertUnknown(HexFormat.of().parseHex(hex), why);
    }

    private void assertUnknown(byte[] bytes, String why) {
        assertThatThrownBy(() -> Archive.unpack(write(bytes), "", folder.resolve("into"), done -> {}))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is no archive that can be unpacked: it " + why)
                .message()
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(folder.resolve("into")).doesNotExist();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.bin"), bytes);
    }
}
