package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are made to do harm, or broken. None may write a byte, other than a truncated one below its folder. */
class HostileZipTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "a/..",
                "a/../b",
                "..",
                "/etc/passwd",
                "//server/share",
                "C:/evil",
                "c:evil",
                "a\\b",
                "..\\evil",
                "\\evil",
                "a//b",
                "./a",
                "a/./b",
                "a\u0000b",
                "a\nb",
                "a\u001b[2Jb",
            })
    void namesThatLeadElsewhere(String name) {
        assertRefused(new ZipBytes().file("fine", "x").file(name, "evil"), "archive");
    }

    @Test
    void aNameThatLeadsElsewhereBelowThePrefix() {
        assertRefused(new ZipBytes().file("tree/../../evil", "x"), "tree/", "'..' part");
    }

    @Test
    void aNameThatIsNotText() {
        assertRefused(new ZipBytes().entry(new byte[] {'a', (byte) 0xFF}, new byte[0], 0), "not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../outside",
                "../../outside",
                "sub/../../outside",
                "sub/..",
                "C:/Windows",
                "..\\outside",
                "",
                "a\u0000",
            })
    void linksThatLeadOut(String target) throws IOException {
        assertThatThrownBy(() -> unpack(new ZipBytes().file("sub/file", "x").link("link", target), ""))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("'link' is a link");
        assertThat(Files.exists(folder.resolve("into/link"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void aLinkThatLeavesThroughAnotherOne() {
        ZipBytes zip =
                new ZipBytes().file("a/b/file", "x").link("a/b/top", "../..").link("out", "a/b/top/../secret");

        assertThatThrownBy(() -> unpack(zip, ""))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("climbs again");
    }

    @Test
    void aFileThroughALink() {
        assertRefused(new ZipBytes().link("lib", "other").file("lib/evil", "x"), "a folder too");
        assertRefused(new ZipBytes().file("lib/evil", "x").link("lib", "other"), "a folder too");
    }

    @Test
    void aLinkWithAnEndlessTarget() {
        assertThatThrownBy(() -> unpack(new ZipBytes().link("link", "a".repeat(5000)), ""))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("too many characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {0010644, 0020644, 0060644, 0140644, 0040644, 0050000})
    void specialFiles(int mode) {
        assertRefused(new ZipBytes().entry("device", new byte[0], mode), "neither a file, a folder nor a link");
    }

    @Test
    void aFolderThatIsALink() {
        assertRefused(new ZipBytes().entry("folder/", new byte[0], 0120777), "neither a file, a folder nor a link");
    }

    @Test
    void duplicates() {
        assertRefused(new ZipBytes().file("a", "1").file("a", "2"), "is there twice");
        assertRefused(new ZipBytes().file("a", "1").link("a", "b"), "is there twice");
        assertRefused(new ZipBytes().file("a", "1").file("a/b", "2"), "a folder too");
    }

    /** On a file system that ignores case the second one must not replace the first. */
    @Test
    void namesThatDifferInCaseOnly() throws IOException {
        ZipBytes zip = new ZipBytes().file("module.py", "good").file("MODULE.PY", "evil");
        if (TargetRules.of(folder).foldsCase()) {
            assertRefused(zip, "differs in case");
        } else {
            unpack(zip, "");
            assertThat(folder.resolve("into/module.py")).hasContent("good");
        }
    }

    @Test
    void aBombByRatio() {
        assertRefused(new ZipBytes().entry("zeros", new byte[20 << 20], 0), "times its size");
    }

    @Test
    void aBombBySize() throws IOException {
        Limits small = new Limits(10, 100, 1000, 1000);
        Path zip = write(new ZipBytes()
                .file("a", "x".repeat(60))
                .file("b", "y".repeat(60))
                .bytes());

        assertThatThrownBy(() -> Archive.unpack(zip, "", into(), bytes -> {}, small))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("more than 100 bytes");
        assertNothingWritten();
    }

    @Test
    void aBombByEntries() throws IOException {
        Limits small = new Limits(1, 100, 1000, 1000);
        Path zip = write(new ZipBytes().file("a", "x").file("b", "y").bytes());

        assertThatThrownBy(() -> Archive.unpack(zip, "", into(), bytes -> {}, small))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("2 entries");
    }

    @Test
    void aBombByOverlap() {
        assertRefused(new ZipBytes().file("a", "x".repeat(1000)).again("b").again("c"), "shares its bytes");
    }

    @Test
    void aBombThatLiesAboutItsSize() throws IOException {
        byte[] content = new byte[1 << 20];
        ZipBytes zip = new ZipBytes().claiming("zeros", content, 10, ZipBytes.crc(content));

        assertThatThrownBy(() -> unpack(zip, ""))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("longer than promised");
        assertThat(Files.size(into().resolve("zeros"))).isLessThanOrEqualTo(10);
    }

    @Test
    void bytesThatAreNotThePromisedOnes() {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> unpack(new ZipBytes().claiming("a", content, content.length, 1), ""))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("another size or checksum");
        assertThatThrownBy(() -> unpack(new ZipBytes().claiming("b", content, 100, ZipBytes.crc(content)), ""))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("another size or checksum");
    }

    @Test
    void encryptedAndUnknownEntries() {
        assertRefused(new ZipBytes().encrypted("a"), "is encrypted");
        assertRefused(new ZipBytes().packedBy(14, "a"), "method 14");
    }

    @Test
    void bytesBeforeTheFirstEntry() {
        byte[] zip = new ZipBytes().file("a", "x").bytes();
        byte[] shifted = new byte[zip.length + 5];
        System.arraycopy(zip, 0, shifted, 0, 5);
        System.arraycopy(zip, 0, shifted, 5, zip.length);

        assertDamaged(shifted);
    }

    @Test
    void theHintSaysWhatToDo() {
        assertThatThrownBy(() ->
                        unpackBytes(Arrays.copyOf(new ZipBytes().file("a", "x").bytes(), 10)))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint()).contains("Get it from its maker anew"));
    }

    @Test
    void aTruncatedFileAtEveryLength() {
        byte[] zip = new ZipBytes()
                .file("a/b", "some content")
                .stored("c", new byte[50])
                .bytes();
        for (int length = 4; length < zip.length; length++) {
            assertDamaged(Arrays.copyOf(zip, length));
        }
    }

    /** Whatever byte is turned: it unpacks below its folder or it is a failure for a person, never a bug of ours. */
    @Property(tries = 500)
    void aTurnedByte(@ForAll @IntRange(max = 10_000) int where, @ForAll byte value) throws IOException {
        byte[] zip = new ZipBytes()
                .zip64()
                .file("a/b", "some content")
                .link("l", "a/b")
                .stored("c", new byte[50])
                .bytes();
        zip[where % zip.length] = value;
        try {
            unpackBytes(zip);
        } catch (UserFailure | IOException expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            assertThat(siblings).allMatch(path -> path.endsWith("into") || path.endsWith("test.zip"));
        }
    }

    @BeforeTry
    void folderForProperty() throws IOException {
        folder = Files.createTempDirectory("hostile");
    }

    @AfterTry
    void deleteFolder() throws IOException {
        Trees.delete(folder);
    }

    private void assertDamaged(byte[] zip) {
        assertThatThrownBy(() -> unpackBytes(zip))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is damaged");
    }

    private void assertRefused(ZipBytes zip, String why) {
        assertRefused(zip, "", why);
    }

    private void assertRefused(ZipBytes zip, String prefix, String why) {
        assertThatThrownBy(() -> unpack(zip, prefix))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("refused")
                .hasMessageContaining(why)
                .message()
                .doesNotContainPattern("\\p{Cntrl}");
        assertNothingWritten();
    }

    private void assertNothingWritten() {
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("test.zip"));
    }

    private void unpack(ZipBytes zip, String prefix) throws IOException {
        Archive.unpack(write(zip.bytes()), prefix, into(), bytes -> {});
    }

    private void unpackBytes(byte[] zip) throws IOException {
        Archive.unpack(write(zip), "", into(), bytes -> {});
    }

    private Path into() {
        return folder.resolve("into");
    }

    private Path write(byte[] zip) throws IOException {
        return Files.write(folder.resolve("test.zip"), zip);
    }
}
