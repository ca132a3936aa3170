package io.github.pythonenv.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpusTest {

    private static final String MOUNTS = """
            24 30 0:22 / /proc rw,nosuid shared:12 - proc proc rw
            35 24 0:30 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate
            """;

    @TempDir
    private Path root;

    @Test
    void theCoresOfTheCpusThatAreAllowed() {
        machine(16, 2);
        affinity("0-15");
        assertThat(cpus()).isEqualTo(new Cpus(16, 8, OptionalDouble.empty()));
        assertThat(cpus().threads()).isEqualTo(8);
        assertThat(cpus().reason()).isEqualTo("8 cores with 16 CPUs");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "'0,8', 2, 1", "0-3, 4, 4", "'0-3,8-11', 8, 4", "'2,7,10', 3, 2"})
    void underTaskset(String list, int allowed, int cores) {
        machine(16, 2);
        affinity(list);
        assertThat(cpus()).isEqualTo(new Cpus(allowed, cores, OptionalDouble.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "150000 100000, 2",
        "400000 100000, 4",
        "50000 100000, 1",
        "max 100000, 8",
        "10000 5000, 2",
        "300000 100000, 3"
    })
    void underAQuota(String max, int threads) {
        machine(16, 2);
        affinity("0-15");
        file("/proc/self/mountinfo", MOUNTS);
        file("/proc/self/cgroup", "0::/user.slice/build.scope");
        file("/sys/fs/cgroup/user.slice/build.scope/cpu.max", max);
        assertThat(cpus().threads()).isEqualTo(threads);
    }

    @ParameterizedTest
    @CsvSource({"0-3, 300000 100000, 3", "0-1, 300000 100000, 2", "'0,8', 300000 100000, 1", "0-15, 100000 100000, 1"})
    void underBoth(String list, String max, int threads) {
        machine(16, 2);
        affinity(list);
        file("/proc/self/mountinfo", MOUNTS);
        file("/proc/self/cgroup", "0::/");
        file("/sys/fs/cgroup/cpu.max", max);
        assertThat(cpus().threads()).isEqualTo(threads);
    }

    @Test
    void aGroupFurtherUpMayLimitMore() {
        machine(8, 1);
        affinity("0-7");
        file("/proc/self/mountinfo", MOUNTS);
        file("/proc/self/cgroup", "0::/kubepods/pod1/container");
        file("/sys/fs/cgroup/kubepods/pod1/container/cpu.max", "600000 100000");
        file("/sys/fs/cgroup/kubepods/pod1/cpu.max", "250000 100000");
        file("/sys/fs/cgroup/kubepods/cpu.max", "max 100000");
        assertThat(cpus().quota()).hasValue(2.5);
        assertThat(cpus().threads()).isEqualTo(3);
        assertThat(cpus().reason()).isEqualTo("8 cores, and time for 2.5 of them");
    }

    @Test
    void aContainerThatSeesItsOwnGroupAtTheTop() {
        machine(8, 1);
        affinity("0-7");
        file("/proc/self/mountinfo", "35 24 0:30 /docker/4fa /sys/fs/cgroup ro,nosuid - cgroup2 cgroup rw\n");
        file("/proc/self/cgroup", "0::/docker/4fa");
        file("/sys/fs/cgroup/cpu.max", "200000 100000");
        assertThat(cpus().threads()).isEqualTo(2);
    }

    @Test
    void version1BesideVersion2() {
        machine(4, 1);
        affinity("0-3");
        file("/proc/self/mountinfo", """
                40 24 0:31 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
                41 24 0:32 / /sys/fs/cgroup/cpuset rw - cgroup cgroup rw,cpuset
                42 24 0:33 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
                """);
        file("/proc/self/cgroup", "3:cpuset:/\n1:cpu,cpuacct:/build\n0::/");
        file("/sys/fs/cgroup/cpu,cpuacct/build/cpu.cfs_quota_us", "150000");
        file("/sys/fs/cgroup/cpu,cpuacct/build/cpu.cfs_period_us", "100000");
        file("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1");
        assertThat(cpus().quota()).hasValue(1.5);
    }

    @Test
    void whereNoFilesTellTheJvmsCountHolds() {
        assertThat(Cpus.of(new MachineFiles(root), 6)).isEqualTo(new Cpus(6, 6, OptionalDouble.empty()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineUnderTaskset() throws Exception {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                CpusProgram.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().reduce((first, last) -> last)).contains("1 of 1");
    }

    private void machine(int cpus, int threadsPerCore) {
        int cores = cpus / threadsPerCore;
        for (int cpu = 0; cpu < cpus; cpu++) {
            List<String> siblings = new ArrayList<>();
            for (int thread = 0; thread < threadsPerCore; thread++) {
                siblings.add(String.valueOf(cpu % cores + thread * cores));
            }
            file("/sys/devices/system/cpu/cpu" + cpu + "/topology/thread_siblings_list", String.join(",", siblings));
        }
    }

    private void affinity(String list) {
        file(
                "/proc/self/status",
                "Name:\tjava\nCpus_allowed:\tffff\nCpus_allowed_list:\t" + list + "\nMems_allowed:\t1");
    }

    private Cpus cpus() {
        return Cpus.of(new MachineFiles(root), 99);
    }

    private void file(String path, String text) {
        try {
            Path file = root.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
