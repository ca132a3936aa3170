package io.github.pythonenv.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir
    Path project;

    private VenvLayout environment;

    @BeforeEach
    void prepare() throws IOException {
        environment = new VenvLayout(project.resolve(".venv"), false);
        Files.writeString(project.resolve("job.py"), "");
    }

    @Test
    void runsAScriptOfTheProjectWhereverItStarts() {
        Command command = in(Program.of(project, "job.py", null, null, List.of("a b"), "--fast 'c d'"), Map.of());

        assertThat(command.arguments())
                .containsExactly(
                        environment.python().toString(),
                        project.resolve("job.py").toString(),
                        "a b",
                        "--fast",
                        "c d");
    }

    @Test
    void runsAModule() {
        Program program = Program.of(project, null, "http.server", null, List.of("0"), null);

        assertThat(program.name()).isEqualTo("module http.server");
        assertThat(in(program, Map.of()).arguments())
                .containsExactly(environment.python().toString(), "-m", "http.server", "0");
    }

    @Test
    void runsACommandOfTheEnvironmentBeforeOneOfTheMachine() throws IOException {
        Program program = Program.of(project, null, null, "pytest", List.of(), null);
        assertThat(in(program, Map.of()).arguments()).containsExactly("pytest");

        Path own = executable(environment.bin().resolve("pytest"), "");
        assertThat(in(program, Map.of()).arguments()).containsExactly(own.toString());
    }

    @Test
    void saysWhereTheArgumentsOfACommandGo() throws IOException {
        assertThatThrownBy(() -> Program.of(project, null, null, "python -c 'print(1)'", List.of(), null))
                .isInstanceOf(UserFailure.class)
                .hasMessage("There is no program called 'python -c 'print(1)''.")
                .extracting(failure -> ((UserFailure) failure).hint())
                .asString()
                .contains("<args>");

        executable(project.resolve("my tool"), "");
        executable(project.resolve("of Windows.exe"), "");
        for (String command :
                List.of("my tool", "of Windows", project.resolve("of Windows").toString())) {
            assertThat(Program.of(project, null, null, command, List.of(), null).name())
                    .isEqualTo(command);
        }
    }

    @Test
    void takesNoFolderForACommand() throws IOException {
        Files.createDirectories(environment.bin().resolve("tool"));

        assertThat(in(Program.of(project, null, null, "tool", List.of(), null), Map.of())
                        .arguments())
                .containsExactly("tool");
    }

    @Test
    void findsWhatWindowsCanStart() throws IOException {
        VenvLayout windows = new VenvLayout(project.resolve("win"), true);
        executable(windows.bin().resolve("ruff"), "");
        Path started = executable(windows.bin().resolve("ruff.exe"), "");
        Program program = Program.of(project, null, null, "ruff", List.of(), null);

        assertThat(program.in(around(windows, Map.of(), Map.of())).arguments()).containsExactly(started.toString());
    }

    @Test
    void findsAVariableOnWindowsWhateverItsCase() {
        VenvLayout windows = new VenvLayout(project.resolve("win"), true);
        Program program = Program.of(project, null, "m", null, List.of(), null);

        Map<String, String> variables =
                program.in(around(windows, Map.of("Path", "C"), Map.of())).environment();

        assertThat(variables)
                .containsEntry("Path", windows.bin() + File.pathSeparator + "C")
                .doesNotContainKey("PATH");
    }

    @Test
    void wantsExactlyOne() {
        assertThatThrownBy(() -> Program.of(project, null, null, null, List.of("a"), null))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("nothing to run");
        assertThatThrownBy(() -> Program.of(project, "job.py", "m", null, List.of(), null))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("more than one");
    }

    @Test
    void takesBlankForNotGiven() {
        assertThat(Program.of(project, " ", "m", "", List.of(), null).name()).isEqualTo("module m");
    }

    @Test
    void namesAScriptThatIsNotThere() {
        assertThatThrownBy(() -> Program.of(project, "src/none.py", null, null, List.of(), null))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(project.resolve("src/none.py").toString());
    }

    @Test
    void givesTheVariablesOfAnActivatedShell() {
        Map<String, String> inherited =
                Map.of("PATH", "/usr/bin", "HOME", "/home/me", "PYTHONHOME", "/elsewhere", "__PYVENV_LAUNCHER__", "/x");

        Map<String, String> variables = in(module(), inherited).environment();

        assertThat(variables)
                .containsEntry("VIRTUAL_ENV", environment.directory().toString())
                .containsEntry("PATH", environment.bin() + File.pathSeparator + "/usr/bin")
                .containsEntry("HOME", "/home/me")
                .doesNotContainKeys("PYTHONHOME", "__PYVENV_LAUNCHER__");
    }

    @Test
    void putsNoEmptyPlaceOnThePath() {
        // An empty one would mean the folder that the program starts in.
        assertThat(in(module(), Map.of("PATH", "")).environment())
                .containsEntry("PATH", environment.bin().toString());
        assertThat(in(module(), Map.of()).environment())
                .containsEntry("PATH", environment.bin().toString());
    }

    @Test
    void letsGivenVariablesWin() {
        Command command =
                module().in(around(environment, Map.of("A", "inherited"), Map.of("A", "given", "PATH", "/own")));

        assertThat(command.environment()).containsEntry("A", "given").containsEntry("PATH", "/own");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysByItsNameThatItWasEndedAtItsTimeLimit() throws IOException {
        executable(environment.bin().resolve("slow"), "#!/bin/sh\nsleep 1000\n");
        Program slow = Program.of(project, null, null, "slow", List.of(), null);
        Surroundings hasty = new Surroundings(environment, project, System.getenv(), Map.of(), Duration.ofMillis(100));

        assertThatThrownBy(() -> slow.run(new Processes(), hasty))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("slow was ended, with all that it had started")
                .extracting(e -> ((UserFailure) e).hint())
                .asString()
                .contains("programTimeout");
    }

    private Program module() {
        return Program.of(project, null, "m", null, List.of(), null);
    }

    private Command in(Program program, Map<String, String> inherited) {
        return program.in(around(environment, inherited, Map.of()));
    }

    private Surroundings around(VenvLayout layout, Map<String, String> inherited, Map<String, String> extra) {
        return new Surroundings(layout, project, inherited, extra, Surroundings.NO_LIMIT);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().setExecutable(true);
        return file;
    }
}
