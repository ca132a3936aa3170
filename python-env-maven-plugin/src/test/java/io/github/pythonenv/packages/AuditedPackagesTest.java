package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditedPackagesTest {

    @TempDir
    Path folder;

    @Test
    void whatIsInstalledButLocalProjects() throws IOException {
        List<InstalledPackage> installed = List.of(
                installed("Typing_Extensions-4.15.0", ""),
                installed("torch-2.9.0+cpu", ""),
                installed("fetched-1.0", "{\"url\": \"https://x/fetched-1.0.whl\", \"archive_info\": {}}"),
                installed("shop-0.1.0", "{\"url\": \"file:///shop\", \"dir_info\": {\"editable\": true}}"));

        AuditedPackages packages = AuditedPackages.of(installed, new NoPackages());

        assertThat(packages.versions()).hasToString("{fetched=[1.0], torch=[2.9.0], typing-extensions=[4.15.0]}");
        assertThat(packages.count()).isEqualTo(3);
    }

    @Test
    void whatLocksOfUvHaveForOtherMachines() throws IOException {
        Files.writeString(folder.resolve("uv.lock"), """
                [[package]]
                name = "shop"
                version = "0.1.0"
                source = { editable = "." }

                [[package]]
                name = "numpy"
                version = "2.4.0"
                source = { registry = "index" }

                [[package]]
                name = "numpy"
                version = "2.3.5"
                source = { registry = "index" }

                [[package]]
                name = "tool"
                version = "0.1"
                source = { git = "https://example.org/tool#0123456789abcdef0123456789abcdef01234567" }
                """);
        Path pylock = Files.writeString(folder.resolve("pylock.toml"), """
                [[packages]]
                name = "colorama"
                version = "0.4.6"

                [[packages]]
                name = "no-version"
                vcs = { url = "https://example.org/x", commit-id = "0123456789abcdef0123456789abcdef01234567" }
                """);
        List<InstalledPackage> here = List.of(installed("numpy-2.4.0", ""));

        UvLock uv = new UvLock(folder, folder, List.of(), List.of(), true, true);
        assertThat(AuditedPackages.of(here, uv).versions()).hasToString("{numpy=[2.3.5, 2.4.0], tool=[0.1]}");
        Pylock locked = new Pylock(pylock, List.of(), List.of());
        assertThat(AuditedPackages.of(here, locked).versions()).hasToString("{colorama=[0.4.6], numpy=[2.4.0]}");
        Requirements source = new Requirements(folder, List.of(), List.of("numpy"), List.of());
        assertThat(AuditedPackages.of(here, new LockedInputs(source, locked)).versions())
                .hasToString("{colorama=[0.4.6], numpy=[2.4.0]}");
    }

    @Test
    void whatLocksOfPoetryAndPipenvHave() throws IOException {
        assertThat(AuditedPackages.of(List.of(), ForeignLocks.poetry2(folder)).versions())
                .containsKeys("app", "base", "fast", "other", "win")
                .hasEntrySatisfying("app", versions -> assertThat(versions).containsExactly("1.0"));
        assertThat(AuditedPackages.of(List.of(), ForeignLocks.pipenv(folder)).versions())
                .containsKeys("app", "base", "fast");
    }

    @Test
    void aVersionThatIsWrittenInTwoWaysIsOne() throws IOException {
        Path lock = Files.writeString(folder.resolve("pylock.toml"), """
                [[packages]]
                name = "fetched"
                version = "1.0.0"

                [[packages]]
                name = "fetched"
                version = "1.10"

                [[packages]]
                name = "fetched"
                version = "1.9"

                [[packages]]
                name = "fetched"
                version = "1.of-ours"
                """);
        List<InstalledPackage> here = List.of(installed("fetched-1.0", ""));

        assertThat(AuditedPackages.of(here, new Pylock(lock, List.of(), List.of()))
                        .versions())
                .hasToString("{fetched=[1.0, 1.9, 1.10, 1.of-ours]}");
    }

    private InstalledPackage installed(String name, String origin) throws IOException {
        Path metadata = Files.createDirectories(folder.resolve(name + ".dist-info"));
        if (!origin.isEmpty()) {
            Files.writeString(metadata.resolve("direct_url.json"), origin);
        }
        return InstalledPackage.of(folder, metadata);
    }
}
