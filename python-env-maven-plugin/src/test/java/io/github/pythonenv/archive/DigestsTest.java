package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {

    @TempDir
    Path folder;

    /** The first two values of FIPS 180-2's examples. */
    @Test
    void isSha256InLowerCaseHex() throws IOException {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

        assertThat(Digests.sha256(new byte[] {'a', 'b', 'c'})).isEqualTo(abc);
        assertThat(Digests.sha256(Files.writeString(folder.resolve("abc"), "abc")))
                .isEqualTo(abc);
        assertThat(Digests.sha256(Files.createFile(folder.resolve("empty")))).isEqualTo(empty);
    }

    @Test
    void readsFilesLargerThanItsBuffer() throws IOException {
        byte[] noise = new byte[1_000_003];
        new Random(3).nextBytes(noise);

        assertThat(Digests.sha256(Files.write(folder.resolve("noise"), noise))).isEqualTo(Digests.sha256(noise));
    }
}
