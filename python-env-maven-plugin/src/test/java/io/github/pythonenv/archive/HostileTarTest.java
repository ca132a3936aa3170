package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are made to do harm, or broken. What is read before the fault is found may lie in its folder. */
class HostileTarTest {

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
                "a/./b",
                "a\nb",
                "a\u001b[2Jb",
            })
    void namesThatLeadElsewhere(String name) {
        assertRefused(new TarBytes().file("fine", "x").file(name, "evil"), "entry");
        assertRefused(new TarBytes().pax('x', "path=" + name).file("fine", "evil"), "entry");
        assertRefused(new TarBytes().gnuLong('L', name).file("fine", "evil"), "entry");
        assertRefused(new TarBytes().folder(name), "entry");
        assertRefused(new TarBytes().link(name, "fine"), "entry");
    }

    @Test
    void namesThatAreNotText() {
        byte[] name = {'a', (byte) 0xFF};
        assertRefused(new TarBytes().entry('0', name, "", new byte[0], 0644, 0), "not UTF-8");
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
            })
    void linksThatLeadOut(String target) {
        assertRefused(new TarBytes().file("sub/file", "x").link("link", target), "is a link");
        assertThat(Files.exists(into().resolve("link"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void aLinkThatLeavesThroughAnotherOne() {
        assertRefused(
                new TarBytes().file("a/b/file", "x").link("a/b/top", "../..").link("out", "a/b/top/../secret"),
                "climbs again");
        assertRefused(new TarBytes().link("a", ".").link("a/b", ".."), "a folder too");
    }

    @Test
    void filesThroughLinks() {
        assertRefused(new TarBytes().link("lib", "other").file("lib/evil", "x"), "a folder too");
        assertRefused(new TarBytes().file("lib/evil", "x").link("lib", "other"), "a folder too");
        assertRefused(new TarBytes().link("file", "other").file("file", "x"), "is there twice");
        assertRefused(new TarBytes().link("lib", "other").folder("lib/"), "a folder too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../outside", "nowhere", "a/link", "a", ""})
    void hardLinksToSomethingElse(String target) throws IOException {
        Files.writeString(folder.resolve("outside"), "secret");

        assertRefused(
                new TarBytes().file("a/file", "x").link("a/link", "file").hardLink("hard", target), "is a hard link");
        assertThat(Files.exists(into().resolve("hard"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    /** A hard link to a link, once made, and a file written through it: none of both. */
    @Test
    void hardLinksToFilesOutsideOfThePrefix() {
        TarBytes tar = new TarBytes().file("other/file", "x").hardLink("python/hard", "other/file");

        assertThatThrownBy(() -> Archive.unpack(write(tar.bytes()), "python/", into(), bytes -> {}))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is a hard link");
    }

    @ParameterizedTest
    @ValueSource(chars = {'3', '4', '6', 'V', 'M', 'D', 'X', '9', '\u00ff'})
    void specialFiles(char type) {
        assertRefused(
                new TarBytes().entry(type, "device", "", new byte[0], 0644), "neither a file, a folder nor a link");
    }

    @Test
    void noName() {
        assertRefused(new TarBytes().file("", "x"), "has no name");
        assertRefused(new TarBytes().link("./", "x"), "has no name");
    }

    @Test
    void filesWithHoles() {
        assertRefused(new TarBytes().entry('S', "a", "", new byte[0], 0644), "holes");
        assertRefused(
                new TarBytes()
                        .pax('x', "GNU.sparse.major=1", "GNU.sparse.name=a")
                        .file("a", "x"),
                "holes");
    }

    @Test
    void duplicates() {
        assertRefused(new TarBytes().file("a", "1").file("a", "2"), "is there twice");
        assertRefused(new TarBytes().file("a", "1").link("a", "b"), "is there twice");
        assertRefused(new TarBytes().file("a", "1").hardLink("a", "a"), "is there twice");
        assertRefused(new TarBytes().file("a", "1").file("a/b", "2"), "a folder too");
        assertRefused(new TarBytes().folder("a/").file("a", "2"), "a folder too");
        assertRefused(new TarBytes().file("a", "2").folder("a/"), "a folder too");
    }

    @Test
    void oneNameForAll() {
        assertRefused(new TarBytes().pax('g', "path=evil").file("a", "1"), "is given as the path of all");
    }

    @Test
    void bombs() {
        TarBytes zeros = new TarBytes().file("zeros", new byte[20 << 20], 0644);

        assertThatThrownBy(() -> unpack(zeros.gzip()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("unpacks to more than");
    }

    @Test
    void bombsOutsideOfThePrefix() {
        byte[] bomb = new TarBytes()
                .file("elsewhere", new byte[20 << 20], 0644)
                .file("python/a", "x")
                .xz();

        assertThatThrownBy(() -> Archive.unpack(write(bomb), "python/", into(), bytes -> {}))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("unpacks to more than");
        assertThatThrownBy(() -> Archive.topFolders(write(bomb)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("unpacks to more than");
    }

    @Test
    void bombsInNames() {
        byte[] bomb = new TarBytes()
                .entry('L', "././@LongLink", "", new byte[2 << 20], 0644)
                .file("a", "x")
                .gzip();

        assertThatThrownBy(() -> unpack(bomb)).isInstanceOf(UserFailure.class).hasMessageContaining("one of its names");
    }

    @Test
    void bombsByEntries() throws IOException {
        Path file = write(new TarBytes().file("a", "x").file("b", "y").bytes());

        assertThatThrownBy(() -> Archive.unpack(file, "", into(), bytes -> {}, new Limits(1, 1 << 20, 1000, 1000)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("more than 1 entries");
    }

    @Test
    void sizesThatCannotBe() {
        for (String size : new String[] {
            "zzzzzzzzzzz\0", "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"
        }) {
            byte[] header = TarBytes.header('0', new byte[] {'a'}, "", 0644, size);
            assertDamaged(new TarBytes().raw(header).bytes(), "size");
        }
        assertDamaged(new TarBytes().pax('x', "size=-1").file("a", "x").bytes(), "size");
        assertDamaged(
                new TarBytes()
                        .entry('0', new byte[] {'a'}, "", new byte[0], 0644, 8L << 30)
                        .bytes(),
                "cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 a=\n", "99 path=a\n", "path=a\n", "8 path=ab", "0 a=b\n", "12345678901 a=b\n", "4 ab\n"})
    void valuesThatCannotBeRead(String records) {
        byte[] bytes = records.getBytes(StandardCharsets.UTF_8);
        if (records.equals("5 a=\n")) {
            assertThat(PaxRecords.read(folder, bytes)).containsKey("a");
            return;
        }
        assertDamaged(
                new TarBytes().entry('x', "p", "", bytes, 0644).file("a", "x").bytes(), "values before");
    }

    @Test
    void anOverwrittenHeader() {
        byte[] tar = new TarBytes().file("first", "").file("second", "").bytes();
        tar[512] = 'S';

        assertDamaged(tar, "overwritten");
    }

    @Test
    void somethingAfterTheEnd() {
        assertDamaged(
                new TarBytes().file("a", "x").raw(new byte[1024]).file("b", "y").bytes(), "follows after its end");
    }

    @Test
    void noEnd() {
        assertDamaged(new TarBytes().file("a", "x").withoutEnd().bytes(), "cut off");
    }

    @Test
    void truncated() {
        byte[] tar = new TarBytes().file("a/b", "some content").bytes();
        for (int length = 512; length < tar.length - 512; length += 47) {
            assertDamaged(Arrays.copyOf(tar, length), "cut off");
        }
        byte[] gzip = new TarBytes().file("a/b", "some content").gzip();
        for (int length = 10; length < gzip.length; length++) {
            assertDamaged(Arrays.copyOf(gzip, length), "archive");
        }
    }

    @Test
    void packedThingsThatAreNoTar() throws IOException {
        byte[] text = TarBytes.class.getName().repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] packed = new TarBytes().withoutEnd().raw(text).packed(GZIPOutputStream::new);

        assertThatThrownBy(() -> unpack(packed))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("packed like a tar archive, but holds something else");
    }

    private void assertDamaged(byte[] tar, String why) {
        assertThatThrownBy(() -> unpack(tar))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining(why);
        clean();
    }

    private void assertRefused(TarBytes tar, String why) {
        assertThatThrownBy(() -> unpack(tar.bytes()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("refused")
                .hasMessageContaining(why)
                .message()
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(folder).isDirectoryNotContaining(path -> path.endsWith("evil"));
        assertThat(into().resolve("evil")).doesNotExist();
        clean();
    }

    private void clean() {
        try {
            Trees.delete(into());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unpack(byte[] tar) throws IOException {
        Archive.unpack(write(tar), "", into(), bytes -> {});
    }

    private Path into() {
        return folder.resolve("into");
    }

    private Path write(byte[] tar) throws IOException {
        return Files.write(folder.resolve("test.bin"), tar);
    }
}
