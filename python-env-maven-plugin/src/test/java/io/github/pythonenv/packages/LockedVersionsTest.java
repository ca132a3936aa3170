package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedVersionsTest {

    @TempDir
    Path folder;

    @Test
    void ofALockOfUv() throws IOException {
        write("uv.lock", """
                version = 1

                [manifest]
                overrides = [{ name = "Urllib3", specifier = ">=2" }]

                [[package]]
                name = "numpy"
                version = "2.1.0"

                [[package]]
                name = "numpy"
                version = "2.3.0"

                [[package]]
                name = "mine"
                source = { editable = "." }
                """);

        LockedVersions versions = read(new UvLock(folder, folder, List.of(), List.of(), true, true));

        assertThat(versions.has("numpy", "2.1.0")).isTrue();
        assertThat(versions.has("numpy", "2.3.0+local")).isTrue();
        assertThat(versions.has("numpy", "2.2.0")).isFalse();
        assertThat(versions.has("mine", "0.1.dev3")).isTrue();
        assertThat(versions.has("other", "1")).isFalse();
        assertThat(versions.overridden()).containsExactly("urllib3");
    }

    @Test
    void ofTheLockOfRequirements() throws IOException {
        Path lock = write("pylock.toml", """
                lock-version = "1.0"

                [[packages]]
                name = "six"
                version = "1.17.0"
                """);
        UnlockedInputs source = new Requirements(folder, List.of(), List.of("six"), List.of());

        LockedVersions versions = read(new LockedInputs(source, new Pylock(lock, List.of(), List.of())));

        assertThat(versions.file()).isEqualTo(lock);
        assertThat(versions.has("six", "1.17.0")).isTrue();
        assertThat(versions.has("six", "1.16.0")).isFalse();
    }

    @Test
    void ofWhatUnpinnedRequirementsWereResolvedTo() throws IOException {
        UnlockedInputs inputs = new Requirements(folder, List.of(), List.of("six"), List.of());
        assertThat(LockedVersions.of(inputs, folder.resolve("resolution.txt"))).isEmpty();
        write("resolution.txt", """
                Six==1.17.0 \\
                    --hash=sha256:00
                extra[fast]==2 ; python_version > '3'
                mine @ file:///work/mine
                """);

        LockedVersions versions = read(inputs);

        assertThat(versions.has("six", "1.17.0")).isTrue();
        assertThat(versions.has("extra", "2.0")).isTrue();
        assertThat(versions.has("mine", "7")).isTrue();
        assertThat(versions.has("hash", "1")).isFalse();
    }

    @Test
    void ofAFileThatIsNoLock() throws IOException {
        Path lock = write("pylock.toml", "packages = [");

        assertThatThrownBy(() -> read(new Pylock(lock, List.of(), List.of())))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("pylock.toml is no TOML");
    }

    private LockedVersions read(PackageInputs inputs) {
        return LockedVersions.of(inputs, folder.resolve("resolution.txt")).orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
