package io.github.pythonenv.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Programs;
import io.github.pythonenv.packages.VenvLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is printed and what is written is run by the shells that it is for, as far as this machine has them. */
class ActivationTest {

    private static final String NASTY = "it's \"a\" $HOME !x `id` & ä 日本 \\ %d (1); #";

    @TempDir
    Path folder;

    private VenvLayout place;

    @BeforeEach
    void environment() throws IOException {
        place = new VenvLayout(folder.resolve(NASTY), false);
        Programs.script(place.python(), "echo \"$0\"");
        ActivationScripts.write(place, place, "prompt", List.of());
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "these shells' scripts are not written there")
    void commandsEnterTheEnvironmentAndSetVariables(RealShell shell) {
        Activation activation = new Activation(
                shell.language(),
                place,
                List.of(ShellVariable.set("GREETING", NASTY), ShellVariable.set("LINES_OF_IT", "one\ntwo")));

        assertThat(shell.run(
                        folder,
                        Map.of("GREETING", "before"),
                        String.join("\n", activation.commands()),
                        "python",
                        "printenv VIRTUAL_ENV",
                        "printenv GREETING",
                        "printenv LINES_OF_IT"))
                .containsExactly(place.python().toString(), place.directory().toString(), NASTY, "one", "two");
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "these shells' scripts are not written there")
    void aScriptDoesTheSame(RealShell shell) throws IOException {
        Path script = folder.resolve("enter it's.script");
        Activation activation = new Activation(shell.language(), place, List.of(ShellVariable.set("GREETING", NASTY)));
        Files.writeString(script, activation.scriptAt(script));

        assertThat(shell.run(folder, Map.of(), shell.language().enter(script), "python", "printenv GREETING"))
                .containsExactly(place.python().toString(), NASTY);
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "these shells' scripts are not written there")
    void aDefaultCountsWhereTheShellHasNone(RealShell shell) {
        Activation activation = new Activation(
                shell.language(),
                place,
                List.of(
                        ShellVariable.unlessSet("FIRST", "ours"),
                        ShellVariable.unlessSet("EMPTY", "ours"),
                        ShellVariable.unlessSet("SECOND", "ours '2'")));

        assertThat(shell.run(
                        folder,
                        Map.of("FIRST", "the user's", "EMPTY", ""),
                        String.join("\n", activation.commands()),
                        "printenv FIRST",
                        "printenv EMPTY",
                        "printenv SECOND"))
                .containsExactly("the user's", "", "ours '2'");
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "these shells' scripts are not written there")
    void aDefaultGivesWayToOthersThatMeanTheSame(RealShell shell) {
        Activation activation = new Activation(
                shell.language(),
                place,
                List.of(
                        ShellVariable.unlessSet("FIRST", "ours", "OTHER", "GENERAL"),
                        ShellVariable.unlessSet("SECOND", "ours", "OTHER", "MISSING")));

        assertThat(shell.run(
                        folder,
                        Map.of("GENERAL", "the user's"),
                        String.join("\n", activation.commands()),
                        "printenv SECOND",
                        "sh -c 'echo ${FIRST-unset}'"))
                .containsExactly("ours", "unset");
    }

    @Test
    void saysHowAScriptIsRun() {
        Activation activation = new Activation(Shell.FISH, place, List.of());

        assertThat(activation.scriptAt(Path.of("a b")))
                .startsWith("# Written by python-env. To be run by: source 'a b'\n");
        assertThat(new Activation(Shell.POSIX, place, List.of()).scriptAt(Path.of("x")))
                .isEqualTo("# Written by python-env. To be run by: . 'x'\n. "
                        + Shell.POSIX.quote(place.bin().resolve("activate").toString())
                        + "\n");
    }

    @Test
    void setsVariablesFirstWhereCmdDoesNotComeBack() throws IOException {
        VenvLayout windows = new VenvLayout(folder.resolve("100% sure"), true);
        ActivationScripts.write(made(windows), windows, "prompt", List.of());
        Path script = windows.bin().resolve("activate.bat");
        Activation activation = new Activation(
                Shell.CMD,
                windows,
                List.of(ShellVariable.set("SHARE", "50%"), ShellVariable.unlessSet("OTHER", "x & y")));

        assertThat(activation.commands())
                .containsExactly("set \"SHARE=50%\"", "if not defined OTHER set \"OTHER=x & y\"", "\"" + script + "\"");
        assertThat(activation.scriptAt(Path.of("enter.bat")).lines())
                .endsWith(
                        "@set \"SHARE=50%%\"",
                        "@if not defined OTHER set \"OTHER=x & y\"",
                        "@\"" + script.toString().replace("%", "%%") + "\"");
        assertThat(activation.scriptAt(Path.of("enter.bat")).replace("\r\n", ""))
                .doesNotContain("\n");
        assertThat(new Activation(Shell.CMD, windows, List.of(ShellVariable.set("A", "ä"))).scriptAt(Path.of("e")))
                .contains("@chcp 65001 >nul\r\n@set \"A=ä\"\r\n");
        assertThatThrownBy(() -> new Activation(Shell.CMD, windows, List.of(ShellVariable.set("A", "1\n2"))).commands())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("cmd cannot set A");
    }

    @Test
    void speaksNushellAndPowerShell() {
        List<ShellVariable> variables =
                List.of(ShellVariable.set("A", "\\ \"x\"\n’'"), ShellVariable.unlessSet("B", "b"));
        String scripts = place.bin() + java.io.File.separator;

        assertThat(new Activation(Shell.NUSHELL, place, variables).commands())
                .containsExactly(
                        "overlay use " + Shell.NUSHELL.quote(scripts + "activate.nu"),
                        "$env.A = \"\\\\ \\\"x\\\"\\n’'\"",
                        "$env.B = ($env.B? | default \"b\")");
        assertThat(new Activation(Shell.POWERSHELL, place, variables).commands())
                .containsExactly(
                        ". " + Shell.POWERSHELL.quote(scripts + "activate.ps1"),
                        "$env:A = '\\ \"x\"\n’’'''",
                        "if (-not (Test-Path env:B)) { $env:B = 'b' }");
    }

    @Test
    void needsAnEnvironmentThatIsThere() {
        VenvLayout none = new VenvLayout(folder.resolve("none"), false);

        assertThatThrownBy(() -> new Activation(Shell.POSIX, none, List.of()).commands())
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint()).isEqualTo("Build it with mvn python-env:ensure."));
        assertThatThrownBy(() -> new Activation(Shell.CMD, place, List.of()).commands())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("has no activate.bat");
    }

    @Test
    void takesNoNameThatCouldBeCode() {
        for (String name : List.of("", "1A", "A B", "A;id", "Ä", "A=B", "A-B")) {
            assertThatThrownBy(() -> ShellVariable.set(name, "x")).isInstanceOf(UserFailure.class);
        }
    }

    private static VenvLayout made(VenvLayout layout) throws IOException {
        Files.createDirectories(layout.bin());
        return layout;
    }
}
