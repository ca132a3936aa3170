package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    private static final String PATH = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";

    /** How each shell does what the tests do. */
    private enum Shell {
        DASH("dash", "activate", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
        BASH("bash", "activate", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
        STRICT_BASH("bash", "activate", "set -eu; . \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
        ZSH("zsh", "activate", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
        STRICT_ZSH("zsh", "activate", "set -eu; . \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
        KSH("ksh", "activate", ". \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
        FISH("fish", "activate.fish", "source \"$PLACE/bin/$SCRIPT\"", "string join : $PATH"),
        CSH("csh", "activate.csh", "source \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
        TCSH("tcsh", "activate.csh", "source \"$PLACE/bin/$SCRIPT\"", "echo \"$PATH\""),
        POWERSHELL("pwsh", "activate.ps1", ". ([IO.Path]::Combine($env:PLACE, 'bin', $env:SCRIPT))", "$env:PATH");

        private final String program;
        private final String script;
        private final String activate;
        private final String path;

        Shell(String program, String script, String activate, String path) {
            this.program = program;
            this.script = script;
            this.activate = activate;
            this.path = path;
        }
    }

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
    void leadsToTheEnvironmentAndBack(Shell shell) {
        List<String> said = run(
                shell,
                Map.of("PYTHONHOME", "/elsewhere"),
                shell.activate,
                "python",
                "printenv VIRTUAL_ENV",
                "printenv VIRTUAL_ENV_PROMPT",
                "deactivate",
                shell.path,
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
    void followsOnItselfAndOnAnother(Shell shell) throws IOException {
        VenvLayout other = built("other", "second");
        String activateOther = shell.activate.replace("$PLACE", "$OTHER").replace("$env:PLACE", "$env:OTHER");

        List<String> said = run(
                shell,
                Map.of("OTHER", other.directory().toString()),
                shell.activate,
                shell.activate,
                activateOther,
                "python",
                shell.path,
                "deactivate",
                shell.path);

        assertThat(said).containsExactly(other.python().toString(), other.bin() + ":" + PATH, PATH);
    }

    @ParameterizedTest
    @EnumSource(names = {"DASH", "BASH", "ZSH", "KSH"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "these shells' scripts are not written there")
    void showsItsPromptUnlessToldNotTo(Shell shell) {
        assertThat(run(
                        shell,
                        Map.of(),
                        "PS1='before> '",
                        shell.activate,
                        "echo \"$PS1\"",
                        "deactivate",
                        "echo \"$PS1\""))
                .containsExactly("(prompt 日本) before> ", "before> ");
        assertThat(run(
                        shell,
                        Map.of("VIRTUAL_ENV_DISABLE_PROMPT", "1"),
                        "PS1='before> '",
                        shell.activate,
                        "echo \"$PS1\""))
                .containsExactly("before> ");
    }

    @ParameterizedTest
    @EnumSource(names = {"CSH", "TCSH"})
    void showsItsPromptInCsh(Shell shell) {
        assertThat(run(
                        shell,
                        Map.of(),
                        "set prompt='before> '",
                        shell.activate,
                        "echo \"$prompt\"",
                        "deactivate",
                        "echo \"$prompt\""))
                .containsExactly("(prompt 日本) before> ", "before> ");
    }

    @Test
    void showsItsPromptInFish() {
        assertThat(run(
                        Shell.FISH,
                        Map.of(),
                        "function fish_prompt; echo 'before> '; end",
                        Shell.FISH.activate,
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
                Shell.BASH,
                Map.of("_OLD_VIRTUAL_PATH", PATH, "VIRTUAL_ENV", "/other", "PATH", "/other/bin:" + PATH),
                Shell.BASH.activate,
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

        ActivationScripts.write(built, place, "p");

        assertThat(Observer.names(built.bin()))
                .containsExactlyInAnyOrder("activate", "activate.fish", "activate.csh", "activate.nu", "activate.ps1");
    }

    @Test
    void writesThroughNoLink() throws IOException {
        VenvLayout built = new VenvLayout(folder.resolve("built"), false);
        Files.createDirectories(built.bin());
        Path cached = Files.writeString(folder.resolve("cached"), "uv's");
        Files.createLink(built.bin().resolve("activate"), cached);

        ActivationScripts.write(built, place, "p");

        assertThat(cached).hasContent("uv's");
    }

    @Test
    void writesForWindows() throws IOException {
        VenvLayout built = new VenvLayout(folder.resolve("built"), true);
        VenvLayout there = new VenvLayout(Path.of("/100% sure & safe/.venv"), true);
        Files.createDirectories(built.bin());

        ActivationScripts.write(built, there, "p");

        String separator = there.directory().getFileSystem().getSeparator();
        assertThat(built.bin().resolve("activate.bat"))
                .content()
                .contains("@set \"VIRTUAL_ENV=" + there.directory().toString().replace("%", "%%") + "\"\r\n")
                .contains("100%% sure & safe" + separator + ".venv" + separator + "Scripts;%PATH%\"\r\n")
                .doesNotContain("@DIRECTORY@", "@BIN@", "@PROMPT@");
        assertThat(Observer.names(built.bin()))
                .containsExactlyInAnyOrder(
                        "activate.bat", "deactivate.bat", "pydoc.bat", "activate.nu", "activate.ps1");
        for (String name : Observer.names(built.bin())) {
            assertThat(Files.readString(built.bin().resolve(name)).replace("\r\n", ""))
                    .doesNotContain("\n");
        }
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

    @Test
    void promptsHoldNothingThatAShellExpands() {
        assertThat(prompt("it's $(id) `id` 100% !! \\h \n ä 日本-1.0"))
                .isEqualTo("it_s __id_ _id_ 100_ __ _h _ ä 日本-1.0");
        assertThat(Asked.in(folder).named("docs").request().prompt()).isEqualTo("docs");
        assertThat(Asked.in(Path.of("/")).request().prompt()).isEqualTo("default");
    }

    private String prompt(String project) {
        return Asked.in(folder.resolve(project)).request().prompt();
    }

    /** An environment that was built elsewhere and then moved to its place. */
    private VenvLayout built(String name, String prompt) throws IOException {
        VenvLayout built = new VenvLayout(folder.resolve("generation of " + prompt), false);
        VenvLayout place = new VenvLayout(folder.resolve(name), false);
        Programs.script(built.python(), "echo \"$0\"");
        ActivationScripts.write(built, place, prompt);
        Files.move(built.directory(), place.directory());
        return place;
    }

    /** Runs the lines in one shell and gives what it printed. */
    private List<String> run(Shell shell, Map<String, String> variables, String... lines) {
        Path program = Stream.of(PATH.split(":"))
                .map(bin -> Path.of(bin, shell.program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(program != null, shell.program + " is not on this machine");
        Map<String, String> all = new TreeMap<>(Map.of(
                "PATH",
                PATH,
                "HOME",
                folder.toString(),
                "LC_ALL",
                "C.UTF-8",
                "PLACE",
                place.directory().toString(),
                "SCRIPT",
                shell.script));
        all.putAll(variables);
        Completed completed = new Processes()
                .run(new Command(
                        List.of(program.toString(), "-c", String.join("\n", lines)),
                        folder,
                        all,
                        Duration.ofMinutes(1)));
        assertThat(completed.err()).isEmpty();
        assertThat(completed.exitCode()).isZero();
        return completed.out();
    }
}
