package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarUnpackerTest {
    private static final String LONG = "deep/".repeat(60) + "file";

    @TempDir
    Path folder;

    @Test
    void unpacksFilesAndFolders() throws IOException {
        Unpacked unpacked = unpack(
                new TarBytes()
                        .folder("bin/")
                        .file("bin/python", "an interpreter")
                        .folder("empty")
                        .file("lib/without/folders/module.py", "print()")
                        .file("py.typed", ""),
                "");

        assertThat(unpacked).isEqualTo(new Unpacked(3, 14 + 7));
        assertThat(UnpackedTree.of(into()))
                .containsEntry("bin/python", "an interpreter")
                .containsEntry("empty", "")
                .containsEntry("lib/without/folders/module.py", "print()")
                .containsEntry("py.typed", "")
                .hasSize(8);
    }

    @Test
    void unpacksOnlyWhatIsBelowThePrefixAndTakesItOff() throws IOException {
        TarBytes tar = new TarBytes()
                .file("../evil", "not looked at")
                .folder("python/")
                .file("python/c/file", "wanted")
                .file("pythonic/file", "not below");

        assertThat(unpack(tar, "python/").files()).isEqualTo(1);
        assertThat(UnpackedTree.of(into())).containsOnly(Map.entry("c", ""), Map.entry("c/file", "wanted"));
    }

    @Test
    void saysThatNothingIsBelowThePrefix() {
        assertThatThrownBy(() -> unpack(new TarBytes().file("a/file", "x"), "b/"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("has no files below 'b/'");
    }

    @Test
    void namesThatBeginWithADot() throws IOException {
        unpack(new TarBytes().folder("./").folder("./a/").file("./a/file", "x").link("./l", "a/file"), "");

        assertThat(UnpackedTree.of(into())).containsOnlyKeys("a", "a/file", "l");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksThatStandBeforeTheirTargets() throws IOException {
        TarBytes tar = new TarBytes()
                .link("python/bin/python", "python3.12")
                .link("python/lib/libpython.so", "../lib/libpython.so.1")
                .hardLink("python/bin/again", "python/bin/python3.12")
                .file("python/bin/python3.12", "binary", 0755)
                .file("python/lib/libpython.so.1", "library");

        Unpacked unpacked = unpack(tar, "python/");

        assertThat(unpacked).isEqualTo(new Unpacked(5, 13));
        assertThat(UnpackedTree.of(into()))
                .containsEntry("bin/python", "-> python3.12")
                .containsEntry("lib/libpython.so", "-> ../lib/libpython.so.1")
                .containsEntry("bin/again", "binary");
        assertThat(into().resolve("bin/python")).hasContent("binary").isExecutable();
    }

    @Test
    void hardLinksToHardLinks() throws IOException {
        unpack(new TarBytes().file("a", "x").hardLink("b", "a").hardLink("c", "b"), "");

        assertThat(UnpackedTree.of(into())).containsEntry("c", "x");
    }

    @Test
    void longNamesOfAllKinds() throws IOException {
        TarBytes tar = new TarBytes()
                .gnuLong('L', "gnu/" + LONG)
                .file("gnu/cut-off", "1")
                .pax('x', "path=pax/" + LONG, "mtime=1.5", "comment=näher")
                .file("pax/cut-off", "2")
                .raw(ustar("prefix/folders", "ustar-name"))
                .pax('g', "comment=for all");

        unpack(tar, "");

        assertThat(UnpackedTree.of(into()))
                .containsEntry("gnu/" + LONG, "1")
                .containsEntry("pax/" + LONG, "2")
                .containsEntry("prefix/folders/ustar-name", "");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void longTargetsOfBothKinds() throws IOException {
        TarBytes tar = new TarBytes()
                .file("x", "")
                .gnuLong('K', LONG)
                .link("gnu", "cut off")
                .pax('x', "linkpath=" + LONG)
                .link("pax", "cut off");

        unpack(tar, "");

        assertThat(UnpackedTree.of(into())).containsEntry("gnu", "-> " + LONG).containsEntry("pax", "-> " + LONG);
    }

    private static byte[] ustar(String prefix, String name) {
        byte[] block = TarBytes.header('0', name.getBytes(StandardCharsets.UTF_8), "", 0644, "00000000000\0");
        byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, 345, bytes.length);
        return TarBytes.sealed(block);
    }

    @Test
    void sizesInPaxAndInBinary() throws IOException {
        byte[] content = "123".getBytes(StandardCharsets.UTF_8);
        TarBytes tar = new TarBytes()
                .pax('x', "size=3")
                .entry('0', "pax".getBytes(StandardCharsets.UTF_8), "", content, 0644, 0)
                .raw(TarBytes.header(
                        '0', "binary".getBytes(StandardCharsets.UTF_8), "", 0644, "\u0080\0\0\0\0\0\0\0\0\0\0\u0003"))
                .raw(Arrays.copyOf(content, 512));

        unpack(tar, "");

        assertThat(UnpackedTree.of(into())).containsEntry("pax", "123").containsEntry("binary", "123");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsExecuteBitsAndNothingThatGivesRights() throws IOException {
        TarBytes tar = new TarBytes()
                .file("script", "x", 0755)
                .file("text", "x", 0644)
                .file("setuid", "x", 07777)
                .file("locked", "x", 0)
                .file("read-only", "x", 0555)
                .folder("closed/", 0)
                .file("closed/inside", "x");

        unpack(tar, "");

        assertThat(permissions("script")).startsWith("rwx");
        assertThat(permissions("text")).startsWith("rw-");
        assertThat(permissions("setuid")).startsWith("rwx").matches(".{7}-.");
        assertThat(Files.getAttribute(into().resolve("setuid"), "unix:mode"))
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .matches(mode -> (mode & 07000) == 0);
        assertThat(permissions("locked")).startsWith("rw-");
        assertThat(permissions("read-only")).startsWith("rwx");
        assertThat(permissions("closed")).startsWith("rwx");
        assertThat(into().resolve("closed/inside")).hasContent("x");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(into().resolve(name)));
    }

    @Test
    void keepsEveryByteOfLargeFiles() throws IOException {
        byte[] noise = new byte[3 << 20];
        new Random(7).nextBytes(noise);
        List<Long> told = new ArrayList<>();
        Path file = write(new TarBytes().file("a", noise, 0644).file("b", "x").gzip());

        Archive.unpack(file, "", into(), told::add);

        assertThat(into().resolve("a")).hasBinaryContent(noise);
        assertThat(told).containsExactly(3L << 20, (3L << 20) + 1);
    }

    @Test
    void doesNotOverwrite() throws IOException {
        Files.createDirectories(into());
        Files.writeString(into().resolve("file"), "mine");

        assertThatThrownBy(() -> unpack(new TarBytes().file("file", "theirs"), ""))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(into().resolve("file")).hasContent("mine");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void doesNotFollowALinkThatWasThereBefore() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(into());
        Files.createSymbolicLink(into().resolve("lib"), elsewhere);

        assertThatThrownBy(() -> unpack(new TarBytes().file("lib/file", "x"), ""))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void anInterruptEndsTheUnpackingAndIsKept() throws IOException {
        Path file = write(new TarBytes().file("a", "1").gzip());

        assertThatThrownBy(() -> Archive.unpack(file, "", into(), bytes -> {
                    Thread.currentThread().interrupt();
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                }))
                .satisfies(thrown -> assertThat(thrown.getMessage()).contains("cancelled"));
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Archives of the program that most others come from, in its formats. */
    @ParameterizedTest
    @ValueSource(strings = {"ustar", "pax", "gnu", "v7"})
    void archivesOfTheRealTar(String format) throws IOException, InterruptedException {
        Path source = Files.createDirectories(folder.resolve("source/python/" + "n".repeat(80)));
        String name = format.equals("v7") ? "short" : "m".repeat(90);
        Files.writeString(source.resolve(name), "content");
        assumeThat(runTar("--format=" + format, "-czf", "real.tar.gz", "-C", "source", "python"))
                .isZero();

        Archive.unpack(folder.resolve("real.tar.gz"), "python/", into(), bytes -> {});

        assertThat(UnpackedTree.of(into())).containsEntry("n".repeat(80) + "/" + name, "content");
        assertThat(Archive.topFolders(folder.resolve("real.tar.gz"))).containsExactly("python/");
    }

    private int runTar(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private Unpacked unpack(TarBytes tar, String prefix) throws IOException {
        return Archive.unpack(write(tar.bytes()), prefix, into(), bytes -> {});
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.bin"), bytes);
    }

    private Path into() {
        return folder.resolve("into");
    }
}
