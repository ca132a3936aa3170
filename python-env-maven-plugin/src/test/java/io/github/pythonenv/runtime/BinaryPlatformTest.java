package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryPlatformTest {
    @TempDir
    Path folder;

    @Test
    void tellsLinux() throws IOException {
        assertThat(of(head().putInt(0, 0x464c457f).putShort(18, (short) 62))).isEqualTo("linux-x86_64");
        assertThat(of(head().putInt(0, 0x464c457f).putShort(18, (short) 183))).isEqualTo("linux-aarch64");
        assertThat(of(head().putInt(0, 0x464c457f).putShort(18, (short) 40))).isEqualTo("");
    }

    @Test
    void tellsMacOs() throws IOException {
        assertThat(of(head().putInt(0, 0xfeedfacf).putInt(4, 0x01000007))).isEqualTo("macos-x86_64");
        assertThat(of(head().putInt(0, 0xfeedfacf).putInt(4, 0x0100000c))).isEqualTo("macos-aarch64");
    }

    @Test
    void tellsWindows() throws IOException {
        ByteBuffer windows = head().putShort(0, (short) 0x5a4d).putInt(60, 128).putInt(128, 0x4550);
        assertThat(of(windows.putShort(132, (short) 0x8664))).isEqualTo("windows-x86_64");
        assertThat(of(windows.putShort(132, (short) 0xaa64))).isEqualTo("windows-aarch64");
        assertThat(of(head().putShort(0, (short) 0x5a4d).putInt(60, -5))).isEqualTo("");
        assertThat(of(head().putShort(0, (short) 0x5a4d).putInt(60, Integer.MAX_VALUE)))
                .isEqualTo("");
    }

    @Test
    void tellsNothingOfWhatIsNoProgram() throws IOException {
        assertThat(BinaryPlatform.of(Files.writeString(folder.resolve("script"), "#!/bin/sh\n")))
                .isEmpty();
        assertThat(of(head())).isEqualTo("");
    }

    private static ByteBuffer head() {
        return ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String of(ByteBuffer bytes) throws IOException {
        byte[] content = new byte[bytes.capacity()];
        bytes.get(0, content);
        return BinaryPlatform.of(Files.write(folder.resolve("program"), content))
                .orElse("");
    }
}
