package io.github.pythonenv.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallingShellTest {

    @Test
    void isTheNearestAbove() {
        assertThat(shell(List.of("/usr/bin/fish", "/usr/bin/bash", "/usr/sbin/sshd"), "/bin/zsh"))
                .isEqualTo(Shell.FISH);
        assertThat(shell(List.of("/usr/bin/make", "/usr/bin/tcsh"), "/bin/bash"))
                .isEqualTo(Shell.CSH);
    }

    @Test
    void isNotTheOneThatStartsProgramsForOthers() {
        assertThat(shell(List.of("/bin/sh", "/usr/bin/dash", "/usr/bin/fish"), "/bin/bash"))
                .isEqualTo(Shell.FISH);
        assertThat(shell(List.of("/bin/sh"), "/usr/bin/tcsh")).isEqualTo(Shell.CSH);
    }

    @Test
    void isTheUsersOwnWhereNoneIsAbove() {
        assertThat(shell(List.of("/opt/ide/bin/java"), "/usr/bin/fish")).isEqualTo(Shell.FISH);
        assertThat(shell(List.of("/opt/ide/bin/java"), "/usr/bin/elvish")).isEqualTo(Shell.POSIX);
        assertThat(new CallingShell(List.of(), Map.of(), false).shell()).isEqualTo(Shell.POSIX);
        assertThat(new CallingShell(List.of(), Map.of(), true).shell()).isEqualTo(Shell.POWERSHELL);
    }

    @Test
    void isKnownByItsProgramsName() {
        assertThat(shell(List.of("C:\\Windows\\System32\\CMD.EXE"), "")).isEqualTo(Shell.CMD);
        assertThat(shell(List.of("C:\\Program Files\\PowerShell\\7\\pwsh.exe"), ""))
                .isEqualTo(Shell.POWERSHELL);
        assertThat(shell(List.of("-zsh"), "")).isEqualTo(Shell.POSIX);
        assertThat(Shell.named("nu")).isEqualTo(Shell.NUSHELL);
    }

    @Test
    void isOneOfThoseThatAreKnown() {
        assertThatThrownBy(() -> Shell.named("elvish"))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint())
                                .contains("sh, bash, zsh", "fish", "csh, tcsh", "nu", "pwsh, powershell", "cmd"));
    }

    private static Shell shell(List<String> ancestors, String variable) {
        return new CallingShell(ancestors, Map.of("SHELL", variable), false).shell();
    }
}
