package io.github.pythonenv.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.environment.Programs;
import io.github.pythonenv.packages.VenvLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts are run by the shells that they are for, as far as this machine has them. */
class ActivationScriptsTest {

    private static final String PATH = RealShell.PATH;

    @TempDir
    Path folder;

    private VenvLayout place;

    @BeforeEach
    void environment() throws IOException {
        place = built("it's \"a\" $HOME !x `id` & ä 日本 \\ %d (1)", "prompt 日本");
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "these shells' scripts are not written there")
    void leadsToTheEnvironmentAndBack(RealShell shell) {
        List<String> said = run(
                shell,
                Map.of("PYTHONHOME", "/elsewhere"),
                shell.activate(),
                "python",
                "printenv VIRTUAL_ENV",
                "printenv VIRTUAL_ENV_PROMPT",
                "deactivate",
                shell.path(),
                "printenv PYTHONHOME",
                "sh -c 'echo none${VIRTUAL_ENV-}${VIRTUAL_ENV_PROMPT-}'");

        assertThat(said)
                .containsExactly(
                        place.python().toString(),
                        place.directory().toString(),
                        "prompt 日本",
                        PATH,
                        "/elsewhere",
                        "none");
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "these shells' scripts are not written there")
    void followsOnItselfAndOnAnother(RealShell shell) throws IOException {
        VenvLayout other = built("other", "second");
        String activateOther = shell.activate().replace("$PLACE", "$OTHER").replace("$env:PLACE", "$env:OTHER");

        List<String> said = run(
                shell,
                Map.of("OTHER", other.directory().toString()),
                shell.activate(),
                shell.activate(),
                activateOther,
                "python",
                shell.path(),
                "deactivate",
                shell.path());

        assertThat(said).containsExactly(other.python().toString(), other.bin() + ":" + PATH, PATH);
    }

    @ParameterizedTest
    @EnumSource(names = {"DASH", "BASH", "ZSH", "KSH"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "these shells' scripts are not written there")
    void showsItsPromptUnlessToldNotTo(RealShell shell) {
        assertThat(run(
                        shell,
                        Map.of(),
                        "PS1='before> '",
                        shell.activate(),
                        "echo \"$PS1\"",
                        "deactivate",
                        "echo \"$PS1\""))
                .containsExactly("(prompt 日本) before> ", "before> ");
        assertThat(run(
                        shell,
                        Map.of("VIRTUAL_ENV_DISABLE_PROMPT", "1"),
                        "PS1='before> '",
                        shell.activate(),
                        "echo \"$PS1\""))
                .containsExactly("before> ");
    }

    @ParameterizedTest
    @EnumSource(names = {"CSH", "TCSH"})
    void showsItsPromptInCsh(RealShell shell) {
        assertThat(run(
                        shell,
                        Map.of(),
                        "set prompt='before> '",
                        shell.activate(),
                        "echo \"$prompt\"",
                        "deactivate",
                        "echo \"$prompt\""))
                .containsExactly("(prompt 日本) before> ", "before> ");
    }

    @Test
    void showsItsPromptInFish() {
        assertThat(run(
                        RealShell.FISH,
                        Map.of(),
                        "function fish_prompt; echo 'before> '; end",
                        RealShell.FISH.activate(),
                        "fish_prompt",
                        "deactivate",
                        "fish_prompt"))
                .containsExactly("(prompt 日本) before> ", "before> ");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its shells' scripts are not written there")
    void takesTurnsWithPythonsOwn() throws IOException {
        // What venv's own activate leaves behind.
        List<String> said = run(
                RealShell.BASH,
                Map.of("_OLD_VIRTUAL_PATH", PATH, "VIRTUAL_ENV", "/other", "PATH", "/other/bin:" + PATH),
                RealShell.BASH.activate(),
                "echo \"$PATH\"",
                "deactivate",
                "echo \"$PATH\"");

        assertThat(said).containsExactly(place.bin() + ":" + PATH, PATH);
    }

    @Test
    void writesNoneForOtherPlacesOrSystems() throws IOException {
        VenvLayout built = new VenvLayout(folder.resolve("built"), false);
        Files.createDirectories(built.bin());
        for (String name : List.of("activate.bat", "deactivate.bat", "pydoc.bat", "activate_this.py", "activate.xsh")) {
            Files.writeString(built.bin().resolve(name), "made by uv");
        }

        ActivationScripts.write(built, place, "p", List.of());

        assertThat(names(built.bin()))
                .containsExactlyInAnyOrder("activate", "activate.fish", "activate.csh", "activate.nu", "activate.ps1");
    }

    @Test
    void writesThroughNoLink() throws IOException {
        VenvLayout built = new VenvLayout(folder.resolve("built"), false);
        Files.createDirectories(built.bin());
        Path cached = Files.writeString(folder.resolve("cached"), "uv's");
        Files.createLink(built.bin().resolve("activate"), cached);

        ActivationScripts.write(built, place, "p", List.of());

        assertThat(cached).hasContent("uv's");
    }

    @Test
    void writesForWindows() throws IOException {
        VenvLayout built = new VenvLayout(folder.resolve("built"), true);
        VenvLayout there = new VenvLayout(Path.of("/100% sure & safe/.venv"), true);
        Files.createDirectories(built.bin());

        ActivationScripts.write(built, there, "p", List.of());

        String separator = there.directory().getFileSystem().getSeparator();
        assertThat(built.bin().resolve("activate.bat"))
                .content()
                .contains("@set \"VIRTUAL_ENV=" + there.directory().toString().replace("%", "%%") + "\"\r\n")
                .contains("100%% sure & safe" + separator + ".venv" + separator + "Scripts;%PATH%\"\r\n")
                .doesNotContain("@DIRECTORY@", "@BIN@", "@PROMPT@");
        assertThat(names(built.bin()))
                .containsExactlyInAnyOrder(
                        "activate.bat", "deactivate.bat", "pydoc.bat", "activate.nu", "activate.ps1");
        for (String name : names(built.bin())) {
            assertThat(Files.readString(built.bin().resolve(name)).replace("\r\n", ""))
                    .doesNotContain("\n");
        }
    }

    @Test
    void setsVariablesInCmdQuietlyAndInUtf8() throws IOException {
        VenvLayout built = new VenvLayout(folder.resolve("built"), true);
        Files.createDirectories(built.bin());

        ActivationScripts.write(built, built, "p", List.of(ShellVariable.unlessSet("HF_HOME", "C:\\100% ä", "OTHER")));

        List<String> lines =
                Files.readString(built.bin().resolve("activate.bat")).lines().toList();
        int set = lines.indexOf("@if not defined HF_HOME if not defined OTHER set \"HF_HOME=C:\\100%% ä\"");
        assertThat(set).isPositive();
        assertThat(lines.subList(set, lines.size())).anyMatch(line -> line.contains("chcp.com\" %_OLD_CODEPAGE%"));
        assertThat(lines).noneMatch(line -> line.contains("@VARIABLES@"));
    }

    @Test
    void quotesForPowerShellAndNushell() throws IOException {
        assertThat(place.bin().resolve("activate.ps1"))
                .content()
                .contains("$env:VIRTUAL_ENV = '" + place.directory().toString().replace("'", "''") + "'");
        assertThat(place.bin().resolve("activate.nu"))
                .content()
                .contains("$env.VIRTUAL_ENV = \""
                        + place.directory().toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    /** An environment that was built elsewhere and then moved to its place. */
    private VenvLayout built(String name, String prompt) throws IOException {
        VenvLayout built = new VenvLayout(folder.resolve("generation of " + prompt), false);
        VenvLayout place = new VenvLayout(folder.resolve(name), false);
        Programs.script(built.python(), "echo \"$0\"");
        ActivationScripts.write(built, place, prompt, List.of());
        Files.move(built.directory(), place.directory());
        return place;
    }

    /** Runs the lines in one shell and gives what it printed. */
    private List<String> run(RealShell shell, Map<String, String> variables, String... lines) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "PLACE",
                place.directory().toString(),
                "SCRIPT",
                shell.language().script()));
        all.putAll(variables);
        return shell.run(folder, all, lines);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
