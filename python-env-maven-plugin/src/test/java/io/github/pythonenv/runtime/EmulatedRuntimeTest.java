package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.process.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The interpreter for Linux on aarch64, run under QEMU. Wants {@code -Pplatforms}, {@code qemu-aarch64-static} on the
 * PATH, and a C library for that CPU: Debian's {@code libc6-arm64-cross}, or a root that {@code QEMU_LD_PREFIX} names.
 */
class EmulatedRuntimeTest {
    @TempDir
    Path folder;

    @Test
    void runsAndSaysWhatItMissesOfTheMachine() throws IOException {
        Distribution distribution = RealArchives.present()
                .filter(one -> one.platform().equals("linux-aarch64")
                        && one.version().toString().startsWith("3.14."))
                .findFirst()
                .orElse(null);
        assumeTrue(distribution != null, "the archive is fetched with -Pplatforms only");
        Path root = Path.of(Optional.ofNullable(System.getenv("QEMU_LD_PREFIX")).orElse("/usr/aarch64-linux-gnu"));
        assumeTrue(Files.isDirectory(root), "there is no C library for aarch64 in " + root);
        Path home = Files.createDirectories(folder.resolve("home"));
        Archive.unpack(
                RealArchives.file(distribution),
                ((MavenArtifact) distribution.origin()).treePrefix(),
                home,
                done -> {});
        InstallationTree tree = new InstallationTree(home, home, distribution.version(), OperatingSystem.LINUX);
        Layout.repair(tree, true);
        Path emulated = folder.resolve("python");
        Files.writeString(
                emulated,
                "#!/bin/sh\nexec " + qemu() + " -L " + root + " " + home.resolve(tree.interpreter()) + " \"$@\"\n");
        assertThat(emulated.toFile().setExecutable(true)).isTrue();

        List<ModuleTrouble> troubles = new Probe(Hosts.linuxOnArm(new Libc.Glibc(2, 36)), new Processes())
                .troubles(emulated, distribution.version());

        System.out.println("Under QEMU: " + troubles);
        assertThat(troubles)
                .as("what does not import misses a library that the catalogue says is wanted, or may be missing")
                .allMatch(trouble -> distribution.needs().libraries().stream().anyMatch(trouble.reason()::contains)
                        || (trouble instanceof ModuleTrouble.Absent
                                && ModuleTable.optional(trouble.module()).isPresent()));
        assertThat(troubles).extracting(ModuleTrouble::module).doesNotContain("_ctypes", "_ssl", "_hashlib");
    }

    private static String qemu() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "qemu-aarch64-static"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "there is no qemu-aarch64-static (package qemu-user-static)");
        return found.orElseThrow().toString();
    }
}
