package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.progress.ProgressEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeVerdictTest {
    private static final PythonVersion VERSION = new PythonVersion(3, 14, 3);
    private static final String NO_FILE = ": cannot open shared object file: No such file or directory";

    private final List<ProgressEvent> events = new ArrayList<>();

    @Test
    void saysNothingWhenAllIsThere() {
        ProbeVerdict.pass(VERSION, List.of(), events::add);

        assertThat(events).isEmpty();
    }

    @Test
    void warnsOnceOfAllThatIsMissing() {
        ProbeVerdict.pass(
                VERSION,
                List.of(
                        new ModuleTrouble.Failed("readline", "libreadline.so.8" + NO_FILE),
                        new ModuleTrouble.Absent("_tkinter"),
                        new ModuleTrouble.Crashed("_curses", 139)),
                events::add);

        assertThat(events)
                .containsExactly(new ProgressEvent.Warning("Python 3.14.3 works, but without readline"
                        + " (libreadline.so.8 is missing), tkinter (not part of this distribution), curses (its import"
                        + " ended the interpreter with signal 11). If the build needs that: Install libreadline.so.8"
                        + " (Debian, Ubuntu: package libreadline8; Fedora, RHEL: package readline)."));
    }

    @Test
    void failsForAModuleThatMustBeThere() {
        assertThatThrownBy(() -> ProbeVerdict.pass(
                        VERSION,
                        List.of(
                                new ModuleTrouble.Failed("zlib", "libz.so.1" + NO_FILE),
                                new ModuleTrouble.Absent("_tkinter"),
                                new ModuleTrouble.Crashed("_ssl", 3)),
                        events::add))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("zlib: libz.so.1" + NO_FILE)
                .hasMessageContaining("_ssl: its import ended the interpreter with exit code 3")
                .hasMessageNotContaining("tkinter")
                .extracting(e -> ((UserFailure) e).hint())
                .asString()
                .contains("package zlib1g")
                .contains("package zlib)");
    }

    @Test
    void asksForWhatPeopleExpectOfThatVersionAndSystem() {
        assertThat(ModuleTable.asked(OperatingSystem.LINUX, VERSION))
                .contains("ssl", "ctypes", "venv", "hashlib", "zlib", "readline", "_zstd", "_tkinter");
        assertThat(ModuleTable.asked(OperatingSystem.LINUX, new PythonVersion(3, 13, 5)))
                .doesNotContain("_zstd");
        assertThat(ModuleTable.asked(OperatingSystem.WINDOWS, VERSION)).doesNotContain("readline", "_curses");
    }
}
