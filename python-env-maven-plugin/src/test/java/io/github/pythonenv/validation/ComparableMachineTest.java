package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.Architecture;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.Libc;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.tuning.MachineFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparableMachineTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path root;

    @Test
    void isKnownByItsIdWhateverItsHostIsCalled() throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/machine-id"), ID + "\n");
        String here = machine(Map.of("HOSTNAME", "a"), 4);

        assertThat(machine(Map.of("HOSTNAME", "b"), 4)).isEqualTo(here).doesNotContain(ID, "a,");
        assertThat(machine(Map.of(), 8)).isNotEqualTo(here);
        Files.writeString(root.resolve("etc/machine-id"), ID.replace('0', '1'));
        assertThat(machine(Map.of(), 4)).isNotEqualTo(here);
    }

    @Test
    void withoutAnIdItIsWhatMakesItFast() throws IOException {
        Files.createDirectories(root.resolve("proc"));
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/machine-id"), "uninitialized\n");
        Files.writeString(root.resolve("proc/cpuinfo"), "processor\t: 0\nmodel name\t: Some CPU @ 2.0GHz\n");

        assertThat(machine(Map.of(), 4)).isEqualTo("linux-x86_64, 4 processors, Some CPU @ 2.0GHz");
        assertThat(machine(Map.of("COMPUTERNAME", "DESK"), 4)).startsWith(machine(Map.of(), 4) + ", ");
    }

    private String machine(Map<String, String> variables, int processors) {
        Platform platform = new Platform(OperatingSystem.LINUX, Architecture.X86_64, new Libc.Glibc(2, 36));
        return ComparableMachine.of(new Host(platform, "6.1", variables, root), new MachineFiles(root), processors)
                .text();
    }
}
