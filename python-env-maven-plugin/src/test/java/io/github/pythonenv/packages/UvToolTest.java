package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which wheel of uv a machine gets, and the one that an organisation's own repository has. */
class UvToolTest {

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();

    @Test
    void everyPinnedWheelCanBeFetchedFromAnyMachine() {
        assertThat(UvTool.platforms())
                .contains("linux-x86_64", "linux-x86_64-musl", "linux-aarch64", "macos-aarch64", "windows-x86_64")
                .allSatisfy(key -> {
                    assertThat(UvWheels.sha256(key)).matches("[0-9a-f]{64}");
                    assertThat(UvWheels.tags(key)).isNotEmpty().noneMatch(String::isBlank);
                });
    }

    @Test
    void muslHasWheelsOfItsOwn() {
        assertThat(UvWheels.key(new Platform(OperatingSystem.LINUX, Architecture.AARCH64, new Libc.Musl())))
                .isEqualTo("linux-aarch64-musl");
        assertThat(UvWheels.key(new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Glibc(2, 36))))
                .isEqualTo("linux-x86_64");
        assertThatThrownBy(() -> UvWheels.sha256("linux-s390x"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("linux-s390x");
    }

    @ParameterizedTest
    @CsvSource({"echo 'Python 3.14', 'Python 3.14'", "exit 2, nothing", "echo 'uvx: no' >&2; exit 2, 'uvx: no'"})
    @DisabledOnOs(OS.WINDOWS)
    void refusesAProgramThatIsNotUv(String script, String said) throws IOException {
        UvChoice own = new UvChoice.Executable(program(script));

        assertThatThrownBy(() -> tool(Optional.empty()).provide(own, UvToolTest::noPython, Map.of(), false))
                .isInstanceOf(UserFailure.class)
                .hasMessageContainingAll("<uvExecutable> names", "is no uv", said);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void takesAProgramThatIsUv() throws IOException {
        Path program = program("echo 'uv 0.13.8 (x86_64-unknown-linux-gnu)'");

        assertThat(tool(Optional.empty())
                        .provide(new UvChoice.Executable(program), UvToolTest::noPython, Map.of(), true)
                        .executable())
                .isEqualTo(program);
    }

    private Path program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @Test
    void takesTheWheelOfTheMirrorWithoutPipAndOffline() throws IOException {
        Path wheel = wheel();
        UvChoice choice = new UvChoice.OfVersion("9.9.9", Digests.sha256(wheel));

        Uv uv = tool(Optional.of(wheel)).provide(choice, UvToolTest::noPython, Map.of(), true);

        assertThat(uv.executable()).hasContent("uv itself").isExecutable();
        assertThat(wheel).exists();
        assertThat(asked).containsExactly("9.9.9 for linux-x86_64-musl");
    }

    @Test
    void refusesAnotherWheelOnTheMirror() throws IOException {
        UvChoice choice = new UvChoice.OfVersion("9.9.9", "0".repeat(64));
        UvTool tool = tool(Optional.of(wheel()));

        assertThatThrownBy(() -> tool.provide(choice, UvToolTest::noPython, Map.of(), false))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("not the pinned one");
        assertThat(folder.resolve("store").resolve("tools")).doesNotExist();
    }

    @Test
    void saysWhatToDoOfflineWhereTheMirrorHasNone() {
        UvTool tool = tool(Optional.empty());

        assertThatThrownBy(() -> tool.provide(new UvChoice.Pinned(), UvToolTest::noPython, Map.of(), true))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("offline");
    }

    @Test
    void findsItsOwnBesideThoseOfOtherMachines() throws IOException {
        String version = UvTool.pinnedVersion();
        shelved("store", "uv-" + version + "-000000000000");
        Path own = shelved("store", ownFolder());
        shelved("store", "uv-" + version + "0-111111111111");

        assertThat(tool(Optional.empty()).stored(version)).contains(own.resolve("uv"));
        Files.delete(own.resolve(".complete"));
        assertThat(tool(Optional.empty()).stored(version)).isEmpty();
    }

    @Test
    void looksIntoTheStoreBehindItsOwn() throws IOException {
        Path pinned = shelved("shared", ownFolder());
        Path other = shelved("shared", "uv-9.9.9-222222222222");
        UvTool tool = tool(new Store(folder.resolve("store"), folder.resolve("shared")), Optional.empty());

        assertThat(tool.stored(UvTool.pinnedVersion())).contains(pinned.resolve("uv"));
        assertThat(tool.stored("9.9.9")).contains(other.resolve("uv"));
        assertThat(tool.stored("9.9")).isEmpty();
    }

    private static String ownFolder() {
        return "uv-" + UvTool.pinnedVersion() + "-"
                + UvTool.pinnedDigest("linux-x86_64-musl").substring(0, 12);
    }

    /** As a store has it. */
    private Path shelved(String store, String name) throws IOException {
        Path tool =
                Files.createDirectories(folder.resolve(store).resolve("tools").resolve(name));
        Files.writeString(tool.resolve(".complete"), "");
        assertThat(Files.createFile(tool.resolve("uv")).toFile().setExecutable(true))
                .isTrue();
        return tool;
    }

    private static Path noPython() {
        throw new AssertionError("nothing is to be fetched");
    }

    private UvTool tool(Optional<Path> mirrored) {
        return tool(new Store(folder.resolve("store")), mirrored);
    }

    private UvTool tool(Store store, Optional<Path> mirrored) {
        Platform alpine = new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Musl());
        UvMirror mirror = (version, platform) -> {
            asked.add(version + " for " + platform);
            return mirrored;
        };
        return new UvTool(alpine, store, mirror, new Processes(), event -> {});
    }

    /** As Maven names it in a local repository. */
    private Path wheel() throws IOException {
        Path wheel = folder.resolve("uv-9.9.9-linux-x86_64-musl.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            zip.putNextEntry(new ZipEntry("uv-9.9.9.data/scripts/uv"));
            zip.write("uv itself".getBytes(StandardCharsets.UTF_8));
        }
        return wheel;
    }
}
