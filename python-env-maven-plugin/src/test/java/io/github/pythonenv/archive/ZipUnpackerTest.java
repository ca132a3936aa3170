package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ZipUnpackerTest {

    @TempDir
    Path folder;

    @Test
    void unpacksFilesAndFolders() throws IOException {
        ZipBytes zip = new ZipBytes()
                .folder("bin/")
                .file("bin/python", "an interpreter")
                .file("lib/deep/down/module.py", "print()")
                .folder("empty/")
                .stored("lib/data", new byte[] {1, 2, 3});

        Unpacked unpacked = unpack(zip, "");

        assertThat(unpacked).isEqualTo(new Unpacked(3, 14 + 7 + 3));
        assertThat(target("bin/python")).hasContent("an interpreter");
        assertThat(target("lib/deep/down/module.py")).hasContent("print()");
        assertThat(target("lib/data")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(target("empty")).isEmptyDirectory();
    }

    @Test
    void unpacksOnlyWhatIsBelowThePrefixAndTakesItOff() throws IOException {
        ZipBytes zip = new ZipBytes()
                .file("META-INF/MANIFEST.MF", "x")
                .folder("a/b/")
                .file("a/b/c/file", "wanted")
                .file("a/bc/file", "not below");

        Unpacked unpacked = unpack(zip, "a/b/");

        assertThat(unpacked.files()).isEqualTo(1);
        assertThat(tree()).containsExactly(Map.entry("c/file", "wanted"));
    }

    @Test
    void doesNotLookAtTheNamesOutsideThePrefix() throws IOException {
        assertThat(unpack(new ZipBytes().file("../evil", "x").file("a/file", "y"), "a/")
                        .files())
                .isEqualTo(1);
    }

    @Test
    void saysThatNothingIsBelowThePrefix() {
        assertThatThrownBy(() -> unpack(new ZipBytes().file("a/file", "x"), "b/"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("has no files below 'b/'");
    }

    @Test
    void aPrefixIsAFolder() {
        assertThatThrownBy(() -> unpack(new ZipBytes().file("a/file", "x"), "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsEveryByteOfLargeAndIncompressibleFiles() throws IOException {
        byte[] noise = new byte[3 << 20];
        new Random(7).nextBytes(noise);
        byte[] text = "many equal lines\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        ZipBytes zip = new ZipBytes().stored("stored", noise).entry("deflated", noise, 0);
        zip.entry("text", text, 0);

        unpack(zip, "");

        assertThat(target("stored")).hasBinaryContent(noise);
        assertThat(target("deflated")).hasBinaryContent(noise);
        assertThat(target("text")).hasBinaryContent(text);
    }

    @Test
    void readsZip64() throws IOException {
        unpack(new ZipBytes().zip64().file("a", "one").file("b", "two"), "");

        assertThat(tree()).containsEntry("a", "one").containsEntry("b", "two").hasSize(2);
    }

    @Test
    void tellsTheBytesDone() throws IOException {
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        Path zip = write(new ZipBytes().file("a", "123").file("b", "45").file("c", "6"));

        Archive.unpack(zip, "", folder.resolve("into"), told::add);

        assertThat(told).hasSize(3).isSorted().endsWith(6L);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givesTheModesOfTheArchive() throws IOException {
        unpack(new ZipBytes().file("run", "x", 0755).file("data", "x", 0644).file("sealed", "x", 0000), "");

        assertThat(Files.isExecutable(target("run"))).isTrue();
        assertThat(Files.isExecutable(target("data"))).isFalse();
        assertThat(Files.getPosixFilePermissions(target("run"))).contains(PosixFilePermission.OWNER_EXECUTE);
        assertThat(Files.isWritable(target("sealed"))).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ignoresTheBitsThatChangeWhoRunsAProgram() throws IOException {
        unpack(new ZipBytes().file("run", "x", 07755), "");

        assertThat((int) Files.getAttribute(target("run"), "unix:mode") & 07000).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void makesLinksThatStayInside() throws IOException {
        ZipBytes zip = new ZipBytes()
                .link("bin/python", "python3")
                .file("bin/python3", "x")
                .link("lib/deep/up", "../../bin/python3");

        assertThat(unpack(zip, "").files()).isEqualTo(3);

        assertThat(Files.readSymbolicLink(target("bin/python"))).hasToString("python3");
        assertThat(target("lib/deep/up")).hasContent("x");
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        unpack(new ZipBytes().file("py.typed", "").file("x", "y"), "");

        assertThat(target("py.typed")).isEmptyFile();
    }

    @Test
    void doesNotOverwrite() throws IOException {
        Files.createDirectories(folder.resolve("into"));
        Files.writeString(target("file"), "mine");

        assertThatThrownBy(() -> unpack(new ZipBytes().file("file", "theirs"), ""))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target("file")).hasContent("mine");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void doesNotFollowALinkThatWasThereBefore() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(folder.resolve("into"));
        Files.createSymbolicLink(target("lib"), elsewhere);

        assertThatThrownBy(() -> unpack(new ZipBytes().file("lib/file", "x"), ""))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFailingListenerEndsTheUnpacking() throws IOException {
        Path zip = write(new ZipBytes().file("a", "1").file("b", "2"));

        assertThatThrownBy(() -> Archive.unpack(zip, "", folder.resolve("into"), bytes -> {
                    throw new IllegalStateException("told");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("told");
    }

    @Test
    void anInterruptEndsTheUnpackingAndIsKept() throws IOException {
        Path zip = write(new ZipBytes().file("a", "1").file("b", "2"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Archive.unpack(zip, "", folder.resolve("into"), bytes -> {}))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("cancelled");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Unpacked unpack(ZipBytes zip, String prefix) throws IOException {
        return Archive.unpack(write(zip), prefix, folder.resolve("into"), bytes -> {});
    }

    private Path write(ZipBytes zip) throws IOException {
        return Files.write(folder.resolve("test.zip"), zip.bytes());
    }

    private Path target(String name) {
        return folder.resolve("into").resolve(name);
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> found = new TreeMap<>();
        Path root = folder.resolve("into");
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                found.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return found;
    }
}
