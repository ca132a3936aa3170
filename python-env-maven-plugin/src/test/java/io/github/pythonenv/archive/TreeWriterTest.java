package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeWriterTest {

    private static final int BLOCK = BlockPacker.BLOCK;
    private static final long TIME = 1_767_323_045;

    /** What does not get smaller, and is larger than any buffer. */
    private static final byte[] NOISE = new byte[300_000];

    static {
        new Random(7).nextBytes(NOISE);
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tar.gz", "zip"})
    @DisabledOnOs(OS.WINDOWS)
    void whatIsWrittenUnpacks(String format) throws IOException {
        Path first = write(format, "first");
        assertThat(Files.mismatch(first, write(format, "second"))).isEqualTo(-1);

        Path tree = folder.resolve("tree");
        Archive.unpack(first, "", tree, done -> {});

        assertThat(tree.resolve("bin/tool")).hasContent("#!/bin/sh\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tree.resolve("bin/tool"))))
                .isEqualTo("rwxr-xr-x");
        assertThat(Files.readSymbolicLink(tree.resolve("bin/link"))).hasToString("tool");
        assertThat(tree.resolve("bin/" + "n".repeat(120) + "/ünï")).hasBinaryContent(NOISE);
        assertThat(Files.size(tree.resolve("empty"))).isZero();
    }

    @Test
    void otherReadersOfZipAgree() throws IOException {
        try (ZipFile zip = new ZipFile(write("zip", "one").toFile())) {
            assertThat(zip.size()).isEqualTo(6);
            assertThat(zip.getInputStream(zip.getEntry("bin/" + "n".repeat(120) + "/ünï")))
                    .hasBinaryContent(NOISE);
            assertThat(zip.getEntry("empty").getSize()).isZero();
            assertThat(zip.getEntry("bin/tool").getTimeLocal()).hasToString("2026-01-02T03:04:04");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, BLOCK - 1, BLOCK, BLOCK + 1, 11 * BLOCK + 7})
    void zipHasTheSameBytesOnAnyNumberOfCores(int size) throws IOException {
        byte[] text = new byte[size];
        for (int at = 0; at < size; at++) {
            text[at] = (byte) (at % 251 == 0 ? at / 251 : at % 251);
        }
        Path zip = zipOn(1, text);

        assertThat(Files.mismatch(zipOn(5, text), zip)).isEqualTo(-1);
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.getInputStream(read.getEntry("lib/text"))).hasBinaryContent(text);
            assertThat(read.getInputStream(read.getEntry("lib/after"))).hasContent("it");
        }
    }

    private Path zipOn(int cores, byte[] text) throws IOException {
        Path file = folder.resolve(cores + ".zip");
        try (TreeWriter writer = new ZipWriter(new BlockPacker(Files.newOutputStream(file), cores))) {
            writer.folder("lib/", 0755, TIME);
            write(writer, "lib/text", 0644, text);
            writer.link("lib/link", "text", TIME);
            write(writer, "lib/after", 0644, "it".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void ofAZipThatDoesNotFitNothingLooksWhole() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                if (kept.size() == BLOCK) {
                    throw new IOException("No space left on device");
                }
                kept.write(one);
            }
        };

        assertThatThrownBy(() -> {
                    try (TreeWriter writer = new ZipWriter(new BlockPacker(full, 2))) {
                        write(writer, "noise", 0644, NOISE);
                    }
                })
                .hasMessage("No space left on device");

        assertThat(kept.size()).isEqualTo(BLOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar.gz", "zip"})
    void refusesFilesThatBecameShorter(String format) throws IOException {
        try (TreeWriter writer = writer(format, OutputStream.nullOutputStream())) {
            assertThatThrownBy(() -> writer.file("short", 0644, TIME, 9, new ByteArrayInputStream(new byte[8])))
                    .isInstanceOf(EOFException.class);
        }
    }

    private Path write(String format, String name) throws IOException {
        Path file = folder.resolve(name + "." + format);
        try (TreeWriter writer = writer(format, Files.newOutputStream(file))) {
            writer.folder("bin/", 0755, TIME);
            write(writer, "bin/tool", 0755, "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
            writer.link("bin/link", "tool", TIME);
            writer.folder("bin/" + "n".repeat(120) + "/", 0755, TIME);
            write(writer, "bin/" + "n".repeat(120) + "/ünï", 0644, NOISE);
            write(writer, "empty", 0644, new byte[0]);
        }
        return file;
    }

    private static void write(TreeWriter writer, String name, int permissions, byte[] content) throws IOException {
        writer.file(name, permissions, TIME, content.length, new ByteArrayInputStream(content));
    }

    private static TreeWriter writer(String format, OutputStream out) throws IOException {
        return format.equals("zip") ? TreeWriter.zip(out) : TreeWriter.tarGz(out);
    }
}
