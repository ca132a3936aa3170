package io.github.pythonenv.doctor;

import static io.github.pythonenv.doctor.SampleMachine.seen;
import static io.github.pythonenv.doctor.SampleMachine.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.runtime.Catalogue;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.Mirrors;
import io.github.pythonenv.runtime.RemoteFile;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.tuning.MachineFiles;
import io.github.pythonenv.tuning.RecordedMachine;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.Figure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineChecksTest {

    @TempDir
    private Path folder;

    private SampleMachine machine;

    @BeforeEach
    void machine() throws IOException {
        machine = new SampleMachine(folder);
    }

    @Test
    void allIsWell() {
        assertThat(machine.online()
                        .wanting(Asked.in(machine.project()).packages("humanize"))
                        .results("machine"))
                .extracting(SampleMachine::told)
                .containsOnly("passed:  | ");
    }

    @Test
    void tellsSystemAndCLibrary() {
        CheckResult result = machine.result("system");

        assertThat(seen(result, "platform")).containsExactly("linux-x86_64");
        assertThat(seen(result, "distribution")).containsExactly("Debian GNU/Linux 12 (bookworm)");
        assertThat(seen(result, "C library")).containsExactly("glibc 2.36");
    }

    @Test
    void aCLibraryThatNobodyKnows() {
        assertThat(told(machine.libc(new Libc.Unknown()).result("system")))
                .startsWith("warning: It cannot be told which C library this Linux has.")
                .contains("<source>system</source>");
    }

    @Test
    void lessThanOneCpu() {
        machine.file("/proc/self/cgroup", "0::/\n")
                .file("/proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup ro - cgroup2 cgroup2 rw\n")
                .file("/sys/fs/cgroup/cpu.max", "50000 100000\n");

        assertThat(told(machine.result("processors")))
                .startsWith("warning: This build may use less than one CPU: 4 cores, and time for 0.5 of them.");
    }

    @Test
    void aCpuThatLacksWhatWheelsAreBuiltFor() {
        machine.file("/proc/cpuinfo", "flags\t\t: fpu sse2 pni cx16 lahf_lm\n");

        assertThat(told(machine.result("processors")))
                .startsWith("warning: The CPU, or what emulates it, lacks popcnt, sse4_1, sse4_2, ssse3 of x86-64-v2.");
    }

    @Test
    void littleMemory() {
        machine.file("/proc/meminfo", "MemFree: 9000000 kB\nMemAvailable:     600000 kB\n");
        assertThat(told(machine.result("memory"))).startsWith("warning: 614 MB of memory are available.");

        machine.file("/proc/meminfo", "MemFree: 9000000 kB\nMemAvailable:     200000 kB\n");
        CheckResult result = machine.result("memory");
        assertThat(told(result)).startsWith("failed: 205 MB of memory are available. | End other programs");
        assertThat(result.figures()).containsExactly(new Figure("memory.available", 204_800_000, "bytes"));
    }

    @Test
    void theMemoryOfAContainer() {
        machine.file("/sys/fs/cgroup/memory.max", "536870912\n")
                .file("/sys/fs/cgroup/memory.current", "503316480\n")
                .file("/sys/fs/cgroup/memory.stat", "anon 1\ninactive_file 104857600\n");

        CheckResult result = machine.result("memory");

        assertThat(told(result)).startsWith("failed: 138 MB of memory are available.");
        assertThat(seen(result, "limit of the control group")).containsExactly("537 MB");

        machine.file("/sys/fs/cgroup/memory.max", "max\n");
        assertThat(machine.result("memory").verdict().word()).isEqualTo("passed");
    }

    @Test
    void theMemoryOfAContainerOfVersionOne() {
        machine.file("/sys/fs/cgroup/memory/memory.limit_in_bytes", "536870912\n")
                .file("/sys/fs/cgroup/memory/memory.usage_in_bytes", "503316480\n");
        assertThat(told(machine.result("memory"))).startsWith("failed: 33.6 MB of memory are available.");

        machine.file("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertThat(machine.result("memory").verdict().word()).isEqualTo("passed");
    }

    @Test
    void fewOpenFiles() {
        machine.file(
                "/proc/self/limits", "Max open files            256                  4096                 files\n");
        assertThat(told(machine.result("open-files")))
                .startsWith("warning: A process may have 256 files open.")
                .contains("ulimit -n");

        machine.file(
                "/proc/self/limits", "Max open files            64                   4096                 files\n");
        assertThat(told(machine.result("open-files"))).startsWith("failed: A process may have 64 files open.");

        machine.file(
                "/proc/self/limits", "Max open files            unlimited            unlimited            files\n");
        assertThat(machine.result("open-files").verdict().word()).isEqualTo("passed");
    }

    @Test
    void aPythonThatIsNotToBeHad() {
        machine.online()
                .wanting(Asked.in(machine.project()).python("3.14"))
                .wanting(Asked.in(machine.project()).named("old").python("3.1"));

        CheckResult result = machine.result("runtime");

        assertThat(told(result)).startsWith("failed: ").contains("3.1");
        assertThat(seen(result, "default, Python '3.14'"))
                .singleElement()
                .asString()
                .startsWith("CPython 3.14");
    }

    @Test
    void aPythonThatUvWillInstall() {
        machine.wanting(Asked.in(machine.project()).from(new SourceRequest.Installed(InstalledBy.UV)));
        assertThat(told(machine.result("runtime")))
                .startsWith("failed: No Python for the request '3.14' was found on this machine (source uv).");

        CheckResult result = machine.online().result("runtime");
        assertThat(result.verdict().word()).isEqualTo("passed");
        assertThat(seen(result, "default, Python '3.14'"))
                .containsExactly(
                        "No Python for the request '3.14' was found on this machine (source uv); uv will install"
                                + " one");
    }

    @Test
    void offlineAMirrorThatIsAFolder() throws IOException {
        Mirrors mirrors =
                new Mirrors(Optional.of(URI.create("file://" + machine.folder().resolve("mirror"))), Optional.empty());
        machine.wanting(
                Asked.in(machine.project()).from(new SourceRequest.Standalone()).through(mirrors));
        assertThat(told(machine.result("runtime"))).startsWith("warning: ").contains("is not on this machine yet");

        for (Distribution one : Catalogue.builtIn().distributions()) {
            if (one.source() == Source.STANDALONE) {
                Path archive = Path.of(((RemoteFile) mirrors.origin(one)).uri());
                Files.createDirectories(archive.getParent());
                Files.writeString(archive, "");
            }
        }
        assertThat(machine.result("runtime").verdict().word()).isEqualTo("passed");
    }

    @Test
    void offlineAPythonThatIsNotHereYet() {
        assertThat(told(machine.wanting(Asked.in(machine.project()).python("3.14"))
                        .result("runtime")))
                .startsWith("warning: CPython 3.14")
                .contains(" is not on this machine yet, and this build is offline. | Run mvn python-env:go-offline");
    }

    @Test
    void whatCannotBeUnderstood() {
        machine.misconfigured(new UserFailure("python-env.json:1:2: There is no key x.", "Correct it."));

        assertThat(told(machine.result("configuration")))
                .isEqualTo("failed: python-env.json:1:2: There is no key x. | Correct it.");
        assertThat(machine.online().results("runtime", "index", "environments"))
                .extracting(SampleMachine::told)
                .hasSize(3)
                .containsOnly("skipped: It is not known what is asked for: see the check configuration. | ");
    }

    @Test
    void aMachineWithoutAGpu() {
        machine.files(RecordedMachine.unpack("no-gpu", folder.resolve("recorded")));

        assertThat(told(machine.result("gpu"))).isEqualTo("skipped: There is no GPU here. | ");
    }

    @Test
    void aGpuWithItsDriver() {
        machine.files(RecordedMachine.unpack("h100-535", folder.resolve("recorded")));

        CheckResult result = machine.result("gpu");

        assertThat(result.verdict().word()).isEqualTo("passed");
        assertThat(seen(result, "GPU")).singleElement().asString().contains("H100", "driver 535.");
    }

    @Test
    void aGpuThatCannotBeUsed() {
        MachineFiles files = RecordedMachine.unpack("device-files-missing", folder.resolve("recorded"));

        assertThat(told(machine.files(files).result("gpu")))
                .startsWith("warning: There is an NVIDIA GPU with driver ")
                .contains("no /dev/nvidiactl", "nvidia-modprobe");
        assertThat(told(machine.files(RecordedMachine.unpack("nouveau", folder.resolve("other")))
                        .result("gpu")))
                .startsWith("warning: ")
                .contains("without NVIDIA's driver (nouveau drives it). | Install NVIDIA's driver");
    }
}
