package io.github.pythonenv.doctor;

import static io.github.pythonenv.doctor.SampleMachine.seen;
import static io.github.pythonenv.doctor.SampleMachine.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.Programs;
import io.github.pythonenv.report.CheckData;
import io.github.pythonenv.report.CheckText;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.UserCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ConflictChecksTest {

    @TempDir
    private Path folder;

    private SampleMachine machine;

    @BeforeEach
    void machine() throws IOException {
        machine = new SampleMachine(folder);
    }

    @Test
    void variablesThatLeadPythonElsewhere() {
        assertThat(machine.result("variables").verdict().word()).isEqualTo("passed");

        assertThat(told(machine.variable("PYTHONPATH", "/somewhere").result("variables")))
                .startsWith("warning: PYTHONPATH is set: a Python that you start yourself imports from there");
    }

    @Test
    void variablesOfUvAndPip() {
        machine.variable("PIP_TARGET", "/somewhere").variable("UV_INDEX_PRIVATE_PASSWORD", "secret");

        CheckResult result = machine.result("variables");

        assertThat(told(result)).startsWith("warning: PIP_TARGET is set and has no effect on goals of this plugin.");
        assertThat(seen(result, "heard by uv and pip")).containsExactly("UV_INDEX_PRIVATE_PASSWORD");
        assertThat(result.toString()).doesNotContain("secret");
    }

    @Test
    void anEnvironmentThatIsActive() throws IOException {
        Path conda = Files.createDirectory(folder.resolve("conda"));
        machine.variable("CONDA_PREFIX", conda.toString());
        CheckResult result = machine.result("variables");
        assertThat(result.verdict().word()).isEqualTo("passed");
        assertThat(seen(result, "active")).singleElement().asString().startsWith(conda + " (CONDA_PREFIX)");

        machine.variable("VIRTUAL_ENV", folder.resolve("gone").toString());
        assertThat(told(machine.result("variables")))
                .startsWith("warning: VIRTUAL_ENV names " + folder.resolve("gone") + ", which is no folder.");
    }

    @Test
    void otherPythons() throws IOException {
        Path broken = Programs.script(folder.resolve("bin").resolve("python3"), "echo broken >&2; exit 3")
                .toRealPath();
        machine.variable("PATH", folder.resolve("bin").toString());

        CheckResult result = machine.result("pythons");

        assertThat(result.verdict().word()).isEqualTo("passed");
        assertThat(seen(result, "passed over")).anyMatch(text -> text.startsWith(broken + " "));
        assertThat(machine.folder().resolve("store")).doesNotExist();
    }

    @Test
    void somethingInThePlaceOfAnEnvironment() throws IOException {
        machine.wanting(Asked.in(machine.project()));
        assertThat(machine.result("environments").verdict().word()).isEqualTo("passed");

        Path place = Files.createDirectory(machine.project().resolve(".venv"));
        Files.writeString(place.resolve("pyvenv.cfg"), "home = /usr/bin\n");
        assertThat(told(machine.result("environments")))
                .startsWith("warning: The virtual environment at " + place + " was not made by this plugin.");

        Files.delete(place.resolve("pyvenv.cfg"));
        Files.writeString(place.resolve("notes.txt"), "mine");
        assertThat(told(machine.result("environments")))
                .startsWith("failed: " + place + " is in the way: it is a folder that is no virtual environment.");
    }

    @Test
    void twoEnvironmentsInOneFolder() {
        Path place = machine.project().resolve("shared");
        machine.wanting(Asked.in(machine.project()).named("a").at(place))
                .wanting(Asked.in(machine.project()).named("b").at(place));

        assertThat(told(machine.result("environments")))
                .startsWith("failed: The environments a and b are both to be at " + place + ".");
    }

    @Test
    void packagesOfTheSystem() throws IOException {
        assertThat(told(machine.result("system-packages"))).isEqualTo("skipped: None is named in doctor.packages. | ");
        machine.packages("libgomp1 | libgomp", "gdal-bin", "libgone");
        assertThat(told(machine.result("system-packages")))
                .startsWith("skipped: No package manager was found that could be asked");

        // What is left of libgone is its configuration.
        Programs.script(folder.resolve("bin").resolve("dpkg-query"), """
                case "$4" in
                  # For two architectures, in the form that was asked for.
                  libgomp1) printf "installed${3#*\\}}installed${3#*\\}}" ;;
                  libgone) printf config-files ;;
                  *) exit 1 ;;
                esac""");
        Programs.script(folder.resolve("bin").resolve("rpm"), "exit 1");
        machine.variable("PATH", folder.resolve("bin").toString());
        CheckResult result = machine.result("system-packages");
        assertThat(told(result))
                .isEqualTo(
                        "failed: The package gdal-bin is not installed; The package libgone is not installed. | Install"
                                + " what is missing, for example with apt-get install gdal-bin libgone, or correct doctor.packages"
                                + " in python-env.json.");
        assertThat(seen(result, "installed")).containsExactly("libgomp1");
    }

    @Test
    void packagesOfAnotherSystem() throws IOException {
        Programs.script(folder.resolve("bin").resolve("dpkg-query"), "exit 1");
        Programs.script(folder.resolve("bin").resolve("rpm"), "[ \"$3\" = libgomp ]");
        machine.file("/etc/os-release", "NAME=\"Rocky Linux\"\nID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n")
                .variable("PATH", folder.resolve("bin").toString())
                .packages("libgomp1|libgomp");

        assertThat(machine.result("system-packages").verdict().word()).isEqualTo("passed");
    }

    @Test
    void commandsOfTheUsersOwn() throws IOException {
        Path program = Programs.script(folder.resolve("bin").resolve("gdalinfo"), "echo GDAL 2.4; exit 0");
        UserCheck old = new UserCheck(
                "gdal",
                "GDAL 3",
                List.of(program.toString(), "--version"),
                0,
                java.util.Optional.of("GDAL 3\\."),
                false,
                "Install GDAL 3.",
                UserCheck.USUAL_DEADLINE);
        machine.commands(
                old, UserCheck.of("gone", List.of(folder.resolve("gone").toString())));

        List<CheckResult> results = machine.results("gdal", "gone");

        assertThat(told(results.get(0)))
                .isEqualTo("failed: What it printed has nothing that matches GDAL 3\\.. | Install GDAL 3.");
        assertThat(results.get(1).verdict().word()).isEqualTo("failed");
        assertThatThrownBy(() -> machine.commands(UserCheck.of("memory", List.of("true")))
                        .results())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("A check of your own is called memory");
    }

    @Test
    void whatBecomesJsonAndText() throws IOException {
        machine.wanting(Asked.in(machine.project()).packages("humanize")).variable("PYTHONHOME", "/somewhere");

        DoctorReport report = machine.report();

        assertThat(report.results())
                .extracting(CheckResult::id)
                .doesNotHaveDuplicates()
                .hasSize(19);
        assertThat(Schemas.problems("doctor-1.0", new JsonMapper().writeValueAsString(CheckData.of(report))))
                .isEmpty();
        assertThat(CheckText.withEvidence(report.results()))
                .contains("Machine", "Network", "             C library: glibc 2.36")
                .anyMatch(line ->
                        line.startsWith("  warning  Variables that lead Python, pip or uv elsewhere (variables)"))
                .anyMatch(line -> line.startsWith("           What to do: Take it away where it is set"));
    }

    @Test
    void selects() {
        assertThat(machine.results("memory", "disk", "!file-system"))
                .extracting(CheckResult::id)
                .containsExactly("memory", "disk-space", "write-rights");
        assertThatThrownBy(() -> machine.results("memry"))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint()).startsWith("Did you mean memory? Categories are "))
                .hasMessageContaining("There is no check and no category of checks 'memry'");
    }
}
