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

/** Of all files that a lock has of a package, the one is known that was installed. */
class LockedArtifactTest {

    private static final String LOCK = """
            version = 1

            [[package]]
            name = "fast-one"
            version = "2.0"
            sdist = { url = "https://index.example.org/fast_one-2.0.tar.gz", hash = "sha256:00" }
            wheels = [
                { url = "https://index.example.org/fast_one-2.0-cp39-abi3-macosx_11_0_arm64.whl", hash = "sha256:aa" },
                { url = "https://index.example.org/fast_one-2.0-cp39-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl", hash = "sha256:bb" },
            ]

            [[package]]
            name = "fast-one"
            version = "1.0"
            wheels = [
                { url = "https://index.example.org/fast_one-1.0-cp39-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl", hash = "sha256:cc" },
            ]
            """;

    @TempDir
    Path folder;

    private final Path lock = Path.of("uv.lock");

    @Test
    void theOneThatWasInstalled() throws IOException {
        Files.writeString(folder.resolve(lock), LOCK);
        List<LockedArtifact> files = LockedArtifact.in(inputs());

        assertThat(files).extracting(LockedArtifact::sha256).containsExactly("aa", "bb", "00", "cc");
        assertThat(LockedArtifact.installed(
                        files, List.of(installed("cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64"))))
                .extracting(LockedArtifact::sha256)
                .containsExactly("bb");
        assertThat(LockedArtifact.installed(files, List.of(installed("cp39-abi3-linux_x86_64"))))
                .as("it was built here")
                .isEmpty();
    }

    @Test
    void aLockThatIsBroken() throws IOException {
        assertThat(LockedArtifact.in(inputs())).as("it is not there").isEmpty();

        Files.writeString(folder.resolve(lock), "version = ");
        assertThatThrownBy(() -> LockedArtifact.in(inputs()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("uv.lock is no TOML");
    }

    private UvLock inputs() {
        return new UvLock(folder, folder, List.of(), List.of(), true, true);
    }

    private InstalledPackage installed(String tags) throws IOException {
        Path metadata = Files.createDirectories(folder.resolve("fast_one-2.0.dist-info"));
        Files.writeString(metadata.resolve("WHEEL"), "Wheel-Version: 1.0\nTag: " + tags + "\n");
        return InstalledPackage.of(folder, metadata);
    }
}
