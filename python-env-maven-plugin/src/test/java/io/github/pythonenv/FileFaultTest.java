package io.github.pythonenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JDK says of files is said in words, without the names of its classes. */
class FileFaultTest {

    @TempDir
    Path folder;

    @Test
    void whatAUserDoesWrong() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {(byte) 0xff});

        assertThat(why(() -> Files.readString(folder.resolve("none"))))
                .isEqualTo("there is no " + folder.resolve("none"));
        assertThat(why(() -> Files.readString(folder))).isEqualTo("it is a folder");
        assertThat(why(() -> Files.writeString(folder, ""))).isEqualTo("it is a folder");
        assertThat(why(() -> Files.readString(file))).isEqualTo("it is not UTF-8 text");
        assertThat(why(() -> Files.newDirectoryStream(file))).isEqualTo("it is no folder");
        assertThat(why(() -> Files.createDirectories(file))).isEqualTo(file + " is in the way");
        assertThat(why(() -> Files.readString(file.resolve("more"))))
                .isEqualTo("what should be a folder on the way to it is a file");
        assertThat(why(() -> Files.delete(folder))).isEqualTo(folder + " is not empty");
    }

    @Test
    void whatIsNotKnownIsSaidAsTheSystemSaysIt() {
        assertThat(FileFault.why(new AccessDeniedException("/etc/secret")))
                .isEqualTo("this user has no right to do that with /etc/secret");
        assertThat(FileFault.why(new FileSystemException("/a", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(FileFault.why(new FileSystemLoopException("/a"))).contains("FileSystemLoop", "/a");
        assertThat(FileFault.why(new IOException("Stream closed"))).isEqualTo("Stream closed");
        assertThat(FileFault.why(new UncheckedIOException(new IOException("Stream closed"))))
                .isEqualTo("Stream closed");
        assertThat(FileFault.why(new IOException())).isEqualTo("java.io.IOException");
    }

    private static String why(ThrowingCallable call) {
        return FileFault.why(catchThrowableOfType(IOException.class, call));
    }
}
