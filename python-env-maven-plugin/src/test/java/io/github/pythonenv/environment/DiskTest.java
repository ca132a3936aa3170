package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskTest {

    private static final Path TARGET = Path.of("project", ".venv");

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "There is not enough space on the disk", "Disk quota exceeded"})
    void saysThatTheDiskIsFull(String reason) {
        UserFailure failure = Disk.failure(TARGET, new FileSystemException("/p/file", null, reason));

        assertThat(failure).hasMessageStartingWith("There is no space left").hasMessageContaining("/p/file");
        assertThat(failure.hint()).contains("Make room");
    }

    @Test
    void saysWhereWritingIsNotAllowed() {
        UserFailure denied = Disk.failure(TARGET, new AccessDeniedException("/p/.python-env"));
        UserFailure readOnly =
                Disk.failure(TARGET, new FileSystemException("/p/.python-env", null, "Read-only file system"));

        assertThat(denied).hasMessageContaining("writing is not allowed at /p/.python-env");
        assertThat(readOnly).hasMessageContaining("writing is not allowed at /p/.python-env");
        assertThat(denied.hint()).contains("<directory>");
    }

    @Test
    void saysWhatElseItWas() {
        IOException cause = new IOException("Input/output error");

        assertThat(Disk.failure(TARGET, cause))
                .hasMessageContaining(TARGET.toString())
                .hasMessageContaining("Input/output error")
                .hasCause(cause);
    }
}
