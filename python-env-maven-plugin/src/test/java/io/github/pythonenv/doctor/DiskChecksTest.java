package io.github.pythonenv.doctor;

import static io.github.pythonenv.doctor.SampleMachine.seen;
import static io.github.pythonenv.doctor.SampleMachine.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.SwapMode;
import io.github.pythonenv.store.Disks.Disk;
import io.github.pythonenv.validation.CheckResult;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskChecksTest {

    /** On many a Linux this lies in memory, so on another file system than folders for temporary files. */
    private static final Path OTHER_DISK = Path.of("/dev/shm");

    @TempDir
    private Path folder;

    private SampleMachine machine;

    @BeforeEach
    void machine() throws IOException {
        machine = new SampleMachine(folder);
    }

    @Test
    void allIsWellAndNothingIsLeftBehind() throws IOException {
        List<String> before = files();

        assertThat(machine.wanting(Asked.in(machine.project())).results("disk"))
                .extracting(SampleMachine::told)
                .containsOnly("passed:  | ");

        assertThat(files()).containsExactlyElementsOf(before);
    }

    @Test
    void lessRoomThanIsNeeded() {
        machine.wanting(Asked.in(machine.project()).python("3.14"))
                .disks(place -> Optional.of(new Disk("/data (/dev/sdb1)", 40_000_000)));

        CheckResult result = machine.result("disk-space");

        assertThat(told(result))
                .startsWith("failed: The disk of " + machine.folder().resolve("store")
                        + " has 40 MB left, and CPython 3.14")
                .contains("uv (35 MB), the environment (1 MB) will take", "Make room on that disk (/data (/dev/sdb1))");
        assertThat(seen(result, "needed at least")).hasSize(3);
    }

    @Test
    void roomForLittle() {
        machine.wanting(Asked.in(machine.project()))
                .disks(place -> Optional.of(new Disk(
                        place.endsWith("store") ? "large" : "small",
                        place.endsWith("store") ? 50_000_000_000L : 700_000_000)));

        assertThat(told(machine.result("disk-space")))
                .startsWith("warning: The disk of " + machine.project() + " has 700 MB left.");
    }

    @Test
    void aDiskThatDoesNotTell() {
        CheckResult result = machine.disks(place -> Optional.empty()).result("disk-space");

        assertThat(result.verdict().word()).isEqualTo("passed");
        assertThat(seen(result, "store")).singleElement().asString().endsWith("its disk does not tell");
    }

    @Test
    void aStoreThatWouldLieInAFile() throws IOException {
        Path file = Files.writeString(machine.folder().resolve("file"), "");
        machine.store(file.resolve("deep").resolve("store"));

        assertThat(told(machine.result("write-rights")))
                .startsWith("failed: Nothing can be written to " + file.resolve("deep/store") + " (store): " + file
                        + " is a file, and no folder.")
                .contains("-Dpython-env.home=<folder>");
        assertThat(seen(machine.result("file-system"), "not tried")).isNotEmpty();
    }

    @Test
    void aFolderThatNobodyMayWriteTo() {
        Path kernels = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(kernels), "no folder of the kernel here");
        machine.wanting(Asked.in(machine.project()).at(kernels.resolve(".venv")));

        assertThat(told(machine.result("write-rights")))
                .startsWith(
                        "failed: Nothing can be written to /proc/self (environments): /proc/self may not be written")
                .contains("choose another folder with <directory>");
    }

    @Test
    void aCacheOnAnotherFileSystem() throws IOException {
        Path cache = onOtherDisk();
        try {
            machine.wanting(Asked.in(machine.project())).variable("UV_CACHE_DIR", cache.toString());

            assertThat(told(machine.result("file-system")))
                    .isEqualTo("warning: Files of uv's cache " + cache + " cannot be linked into " + machine.project()
                            + ". | Packages will be copied, which takes time and room: put the cache on the file system of"
                            + " the project (UV_CACHE_DIR), or say that you know with <linkMode>copy</linkMode>.");
            assertThat(seen(machine.result("write-rights"), "uv's cache")).containsExactly(cache.toString());
        } finally {
            Files.delete(cache);
        }
    }

    /** The usual ones of Linux do; NTFS by way of FUSE need not. */
    @Test
    void aFileSystemThatDoesNotTellCaseApart() throws Exception {
        Path disk = Files.write(folder.resolve("disk"), new byte[8 << 20]);
        Path mounted = Files.createDirectory(folder.resolve("mounted"));
        assumeTrue(
                ran("mkntfs", "--quiet", "--force", disk.toString())
                        && ran("lowntfs-3g", "-o", "ignore_case", disk.toString(), mounted.toString()),
                "no ntfs-3g, or no right to mount");
        try {
            Path project = Files.createDirectory(mounted.resolve("project"));

            CheckResult result = machine.project(project).result("file-system");

            assertThat(seen(result, "environments"))
                    .singleElement()
                    .asString()
                    .startsWith(project + ": small and capital letters are not told apart, symbolic links can be made");
            assertThat(project).isEmptyDirectory();
        } finally {
            assertThat(ran("fusermount", "-u", mounted.toString())).isTrue();
        }
    }

    private static boolean ran(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFileSystemWithoutLinksAndRights() throws IOException {
        Path archive = folder.resolve("file system.zip");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path project = Files.createDirectory(zip.getPath("/project"));

            CheckResult result = machine.project(project).result("file-system");

            assertThat(told(result))
                    .startsWith(
                            "failed: No symbolic link can be made in /project; No program can be started in /project")
                    .contains("Virtual environments consist of links: choose a folder on a file system that has them.");
            assertThat(seen(result, "environments"))
                    .containsExactly(
                            "/project: small and capital letters are told apart, symbolic links cannot be made,"
                                    + " programs are not started");
            try (Stream<Path> left = Files.list(project)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void generationsOnAnotherFileSystem() throws IOException {
        Path generations = onOtherDisk();
        try {
            Files.createSymbolicLink(machine.project().resolve(".python-env"), generations);

            assertThat(told(machine.wanting(Asked.in(machine.project())).result("file-system")))
                    .startsWith("failed: No folder can be moved from "
                            + machine.project().resolve(".python-env") + " to " + machine.project() + " by a rename.");
        } finally {
            Files.delete(generations);
        }
    }

    @Test
    void anEnvironmentThatIsAMountPoint() throws IOException {
        Path environment = Files.createDirectory(machine.project().resolve(".venv"));
        machine.disks(place -> Optional.of(new Disk(place.equals(environment) ? "volume" : "disk", 50_000_000_000L)))
                .wanting(Asked.in(machine.project()));
        assertThat(told(machine.result("file-system")))
                .startsWith("failed: " + environment + " is a mount point")
                .contains("<swap>inPlace</swap>");

        SampleMachine other = new SampleMachine(folder);
        other.disks(place -> Optional.of(new Disk(place.equals(environment) ? "volume" : "disk", 50_000_000_000L)))
                .wanting(Asked.in(machine.project()).swapping(SwapMode.IN_PLACE));
        assertThat(other.result("file-system").verdict().word()).isEqualTo("passed");
    }

    private static Path onOtherDisk() throws IOException {
        assumeTrue(Files.isWritable(OTHER_DISK), "no " + OTHER_DISK + " here");
        Path there = Files.createTempDirectory(OTHER_DISK, "python-env-test");
        if (Files.getFileStore(there).equals(Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))))) {
            Files.delete(there);
            assumeTrue(false, OTHER_DISK + " is no file system of its own");
        }
        return there;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(machine.folder())) {
            return all.filter(file -> !file.startsWith(machine.folder().resolve("scratch")))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }
}
