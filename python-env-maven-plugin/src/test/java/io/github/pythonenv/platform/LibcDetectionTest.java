package io.github.pythonenv.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibcDetectionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "libc.so.6,GNU C Library (Ubuntu GLIBC 2.35-0ubuntu3.8) stable release version 2.35.,2,35",
        "libc.so.6,GNU C Library (GNU libc) stable release version 2.34.,2,34",
        "libc.so.6,GNU C Library (GNU libc) development release version 2.39.9000.,2,39",
        "'libc-2.17.so','GNU C Library (GNU libc) stable release version 2.17, by Roland McGrath et al.',2,17",
        "libc-2.31.so,GNU C Library (Debian GLIBC 2.31-13+deb11u11) stable release version 2.31.,2,31",
    })
    void readsTheVersionOfGlibcInItsFile(String name, String banner, int major, int minor) throws IOException {
        assertThat(detect(glibc(name, banner))).isEqualTo(new Libc.Glibc(major, minor));
    }

    @Test
    void readsAFileThatWasReplacedMeanwhile() throws IOException {
        String line = glibc("libc.so.6", "GNU C Library (GNU libc) stable release version 2.40.");

        assertThat(detect(line + " (deleted)")).isEqualTo(new Libc.Glibc(2, 40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f12 r-xp 00000000 08:01 123   /lib/ld-musl-x86_64.so.1",
                "7f12 r-xp 00000000 08:01 123   /lib/ld-musl-aarch64.so.1",
                "7f12 r-xp 00000000 08:01 123   /usr/lib/libc.musl-x86_64.so.1",
            })
    void knowsMuslByItsName(String line) throws IOException {
        assertThat(detect(line)).isEqualTo(new Libc.Musl());
    }

    @Test
    void doesNotTakeOtherFilesForALibc() throws IOException {
        assertThat(detect("7f12 r-xp 0 08:01 1 /lib/libcrypto.so.3\n7f12 r-xp 0 08:01 1 /opt/libc.so.6/other.so"))
                .isEqualTo(new Libc.Unknown());
    }

    @Test
    void doesNotGuess() throws IOException {
        assertThat(detect(glibc("libc.so.6", "no version in here"))).isEqualTo(new Libc.Unknown());
        assertThat(detect("7f12 r-xp 0 08:01 1 /not/there/libc.so.6")).isEqualTo(new Libc.Unknown());
        assertThat(detect("")).isEqualTo(new Libc.Unknown());
        assertThat(new LibcDetection(folder.resolve("nothing")).get()).isEqualTo(new Libc.Unknown());
    }

    @Test
    void readsNamesInAnyEncoding() throws IOException {
        byte[] latin = "7f12 r-xp 0 08:01 1 /home/jürgen/a.so\n".getBytes(StandardCharsets.ISO_8859_1);
        Path maps = Files.write(folder.resolve("maps"), latin);
        Files.writeString(
                maps,
                glibc("libc.so.6", "GNU C Library (GNU libc) stable release version 2.28."),
                StandardOpenOption.APPEND);

        assertThat(new LibcDetection(maps).get()).isEqualTo(new Libc.Glibc(2, 28));
    }

    @Test
    void glibcStartsWhatWasMadeForAnOlderOne() {
        Libc.Glibc here = new Libc.Glibc(2, 34);

        assertThat(here.atLeast(2, 17)).isTrue();
        assertThat(here.atLeast(2, 34)).isTrue();
        assertThat(here.atLeast(2, 35)).isFalse();
        assertThat(here.atLeast(3, 0)).isFalse();
        assertThat(new Libc.Glibc(3, 0).atLeast(2, 35)).isTrue();
    }

    @Test
    void tellsItselfToPeople() {
        assertThat(new Libc.Glibc(2, 34)).hasToString("glibc 2.34");
        assertThat(new Libc.Musl()).hasToString("musl");
        assertThat(new Libc.Unknown()).hasToString("unknown C library");
        assertThat(new Libc.None()).hasToString("no C library of its own");
    }

    @Test
    void isLookedUpWhenAskedForAndOnce() {
        int[] asked = new int[1];
        Platform platform = new Platform(OperatingSystem.LINUX, Architecture.X86_64, () -> {
            asked[0]++;
            return new Libc.Musl();
        });
        assertThat(platform.id()).isEqualTo("linux-x86_64");
        assertThat(asked[0]).isZero();

        assertThat(platform.libc()).isEqualTo(new Libc.Musl());
        assertThat(platform.libc()).isEqualTo(new Libc.Musl());
        assertThat(asked[0]).isOne();
    }

    @Test
    void aPlatformIsAValue() {
        Platform one = new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Glibc(2, 34));

        assertThat(one)
                .isEqualTo(new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Glibc(2, 34)))
                .hasSameHashCodeAs(new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Glibc(2, 34)))
                .isNotEqualTo(new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Musl()))
                .isNotEqualTo(new Platform(OperatingSystem.LINUX, Architecture.AARCH64, new Libc.Glibc(2, 34)))
                .isNotEqualTo("linux-x86_64");
    }

    private Libc detect(String maps) throws IOException {
        return new LibcDetection(Files.writeString(folder.resolve("maps"), maps)).get();
    }

    /** A line of maps for a file that holds the text somewhere between other bytes. */
    private String glibc(String name, String banner) throws IOException {
        Path libc = folder.resolve("a folder").resolve(name);
        Files.createDirectories(libc.getParent());
        byte[] noise = new byte[10_000];
        Files.write(libc, noise);
        Files.writeString(libc, "\177ELF\0" + banner + "\nCopyright\0", StandardOpenOption.APPEND);
        return "7f1200000000-7f1200028000 r--p 00000000 08:01 1234  " + libc;
    }
}
