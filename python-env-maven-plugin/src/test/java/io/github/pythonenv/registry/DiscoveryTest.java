package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreters are shell scripts")
class DiscoveryTest {
    @TempDir
    Path temporary;

    private FakeMachine fake;

    @BeforeEach
    void machine() throws IOException {
        fake = new FakeMachine(temporary);
    }

    @Test
    void looksWhereSystemsPutThem() throws IOException {
        Path system = fake.python("root/usr/bin/python3.11", "3.11.2");
        Path local = fake.python("root/usr/local/bin/python3.14", "3.14.3");
        Path framework = fake.python("root/Library/Frameworks/Python.framework/Versions/3.13/bin/python3.13", "3.13.5");

        assertThat(usable()).containsExactly(framework, system, local);
    }

    @Test
    void oneInterpreterWithSeveralNamesCountsOnce() throws IOException {
        Path real = fake.python("root/usr/bin/python3.11", "3.11.2");
        fake.link("root/usr/bin/python3", "python3.11");
        fake.link("root/usr/local/bin/python", real.toString());
        fake.variable("PATH", fake.root().resolve("usr/bin") + ":" + fake.root().resolve("usr/local/bin"));

        assertThat(usable()).containsExactly(real);
        assertThat(fake.started()).isOne();
    }

    @Test
    void theSecondTimeNothingIsStarted() throws IOException {
        Path real = fake.python("root/usr/bin/python3.11", "3.11.2");
        fake.program("root/usr/bin/python3.12", "exit 3\n");

        List<Finding> first = all();

        assertThat(fake.started()).isOne();
        assertThat(all()).isEqualTo(first);
        assertThat(fake.started()).isOne();

        // The system updated it: another size.
        fake.python("root/usr/bin/python3.11", "3.11.10");
        assertThat(version(only(InstalledBy.SYSTEM))).isEqualTo("3.11.10");
        assertThat(fake.started()).isEqualTo(2);
        assertThat(real).exists();
    }

    @Test
    void aSilentOneIsAskedAgainWhenAPersonAsks() throws IOException {
        Path flag = fake.folder.resolve("mended");
        Path python = fake.python("real/bin/python3.12", "3.12.4");
        Path broken = fake.program(
                "root/usr/bin/python3.12", "test -e '" + flag + "' || exit 3\nexec '" + python + "' \"$@\"\n");
        assertThat(all()).containsExactly(new Finding.PassedOver(broken, "ended with exit code 3", InstalledBy.SYSTEM));

        Files.createFile(flag);

        assertThat(all()).containsExactly(new Finding.PassedOver(broken, "ended with exit code 3", InstalledBy.SYSTEM));
        assertThat(discovery().all(List.of(), true))
                .anySatisfy(finding -> assertThat(finding.path()).isEqualTo(python));
    }

    @Test
    void pyenvsShimsAreNeverRecorded() throws IOException {
        fake.program("home/.pyenv/shims/python3", "exec pyenv exec python3 \"$@\"\n");
        Path real = fake.python("home/.pyenv/versions/3.12.1/bin/python3.12", "3.12.1");
        fake.link("home/.pyenv/versions/3.12.1/bin/python", "python3.12");
        fake.python("home/.pyenv/versions/2.7.18/bin/python2.7", "2.7.18");
        fake.link("home/.pyenv/versions/2.7.18/bin/python", "python2.7");
        fake.variable("PATH", fake.home().resolve(".pyenv/shims").toString());

        assertThat(all()).hasSize(1);
        assertThat(usable()).containsExactly(real);
    }

    @Test
    void shimsOfAManagerSomewhereElse() throws IOException {
        fake.program("opt/asdf/shims/python3", "exec asdf exec python3 \"$@\"\n");
        Path real = fake.python("opt/asdf/installs/python/3.13.1/bin/python3.13", "3.13.1");
        fake.variable("PATH", fake.folder.resolve("opt/asdf/shims").toString());

        assertThat(usable()).containsExactly(real);
    }

    @Test
    void aScriptThatStartsAnInterpreterStandsForIt() throws IOException {
        Path real = fake.python("opt/real/bin/python3.13", "3.13.1");
        fake.program("root/usr/local/bin/python3", "exec '" + real + "' \"$@\"\n");

        assertThat(usable()).containsExactly(real);
        assertThat(all())
                .anySatisfy(finding -> assertThat(finding)
                        .isEqualTo(new Finding.PassedOver(
                                fake.root().resolve("usr/local/bin/python3"),
                                "only starts " + real,
                                InstalledBy.SYSTEM)));
    }

    @Test
    void uvsAndCondasAreToldApartFromTheSystems() throws IOException {
        Path uv = fake.python("home/.local/share/uv/python/cpython-3.14.3-linux-x86_64-gnu/bin/python3.14", "3.14.3");
        Files.createDirectories(fake.home().resolve("miniconda3/conda-meta"));
        Path base = fake.python("home/miniconda3/bin/python3.12", "3.12.9");
        Files.createDirectories(fake.home().resolve("miniconda3/envs/ml/conda-meta"));
        Path environment = fake.python("home/miniconda3/envs/ml/bin/python3.11", "3.11.9");
        Files.createDirectories(fake.folder.resolve("elsewhere/conda-meta"));
        Path elsewhere = fake.python("elsewhere/bin/python3.13", "3.13.2");
        fake.file("home/.conda/environments.txt", "\n" + fake.folder.resolve("elsewhere") + "\n");
        fake.variable("PATH", uv.getParent() + ":" + base.getParent());

        assertThat(of(InstalledBy.UV)).extracting(Interpreter::executable).containsExactly(uv);
        assertThat(of(InstalledBy.CONDA))
                .extracting(Interpreter::executable)
                .containsExactly(base, environment, elsewhere);
        assertThat(of(InstalledBy.SYSTEM)).isEmpty();
    }

    @Test
    void uvsFolderIsTheOneInForce() throws IOException {
        Path one = fake.python("one/cpython-3.14.3/bin/python3.14", "3.14.3");
        fake.python("home/.local/share/uv/python/cpython-3.13.1/bin/python3.13", "3.13.1");
        fake.variable("UV_PYTHON_INSTALL_DIR", fake.folder.resolve("one").toString());

        assertThat(usable()).containsExactly(one);
    }

    @Test
    void virtualEnvironmentsAreNoBase() throws IOException {
        Path base = fake.python("root/usr/bin/python3.11", "3.11.2");
        fake.link("project/.venv/bin/python", base.toString());
        fake.file("project/.venv/pyvenv.cfg", "home = " + base.getParent() + "\n");
        fake.variable("PATH", fake.folder.resolve("project/.venv/bin").toString());
        fake.variable("VIRTUAL_ENV", fake.folder.resolve("project/.venv").toString());

        assertThat(usable()).containsExactly(base);
        assertThat(all().stream().filter(Finding.VirtualEnvironment.class::isInstance))
                .containsExactly(new Finding.VirtualEnvironment(
                        fake.folder.resolve("project/.venv/bin/python"), fake.folder.resolve("project/.venv")));
        assertThat(VirtualEnvironments.baseFolder(fake.folder.resolve("project/.venv")))
                .contains(base.getParent());
    }

    @Test
    void whatDoesNotAnswerIsPassedOverWithTheReason() throws IOException {
        fake.program("root/usr/bin/python3.8", "echo nonsense\n");
        fake.program("root/usr/bin/python3.9", "kill -SEGV $$\n");
        fake.program("root/usr/bin/python3.10", "echo 'error while loading shared libraries' >&2; exit 127\n");
        fake.program("root/usr/bin/python3.11", "exec /bin/sleep 60\n");
        fake.program("root/usr/bin/python3.12", "printf 'version\\t3.12.1\\nend\\t\\n'\n");
        fake.link("root/usr/bin/python3.13", "nowhere");

        assertThat(all())
                .extracting(finding -> finding.path().getFileName() + " " + ((Finding.PassedOver) finding).why())
                .satisfiesExactly(
                        is("python3.10 ended with exit code 127: error while loading shared libraries"),
                        why -> assertThat(why)
                                .startsWith("python3.11 could not be asked: ")
                                .contains("1 second"),
                        is("python3.12 did not say what it is: version\t3.12.1"),
                        is("python3.8 did not say what it is: nonsense"),
                        is("python3.9 ended with exit code 139"));
    }

    private static ThrowingConsumer<String> is(String expected) {
        return text -> assertThat(text).isEqualTo(expected);
    }

    @Test
    void whatIsNoReleaseForThisMachineIsPassedOverWithTheReason() throws IOException {
        fake.python("root/opt/python/a/bin/python3", "3.15.0", Map.of("level", "alpha"));
        fake.python("root/opt/python/b/bin/python3", "3.13.1", Map.of("flags", "t"));
        fake.python("root/opt/python/c/bin/python3", "3.13.1", Map.of("bits", "32"));
        fake.python("root/opt/python/d/bin/python3", "3.13.1", Map.of("machine", "arm64"));
        fake.python("root/opt/python/e/bin/python3", "3.11.11", Map.of("implementation", "pypy"));
        fake.python("root/opt/python/f/bin/python3", "3.7.16");

        assertThat(all())
                .extracting(finding -> ((Finding.PassedOver) finding).why())
                .containsExactly(
                        "is a pre-release (alpha)",
                        "is a free-threaded build, for which most packages are not made",
                        "is a 32-bit build",
                        "is for linux-aarch64, and this build runs on linux-x86_64",
                        "is pypy, not CPython",
                        "is older than 3.8, the oldest that uv supports");
    }

    @Test
    void homebrewsLastingNameIsKept() throws IOException {
        fake.python("root/opt/homebrew/Cellar/python@3.14/3.14.3_1/bin/python3.14", "3.14.3");
        fake.link("root/opt/homebrew/opt/python@3.14", "../Cellar/python@3.14/3.14.3_1");

        assertThat(usable()).containsExactly(fake.root().resolve("opt/homebrew/opt/python@3.14/bin/python3.14"));
    }

    @Test
    void windowsInstallationsAreFoundByTheirNames() throws IOException {
        fake.variable("LOCALAPPDATA", fake.folder.resolve("local").toString());
        Path python = fake.python("local/Programs/Python/Python314/python.exe", "3.14.3");
        fake.variable(
                "PATH", fake.file("WindowsApps/python.exe", "").getParent().toString());
        fake.variable("APPDATA", fake.folder.resolve("roaming").toString());
        Path uv = fake.python("roaming/uv/data/python/cpython-3.13.1-windows-x86_64-none/python.exe", "3.13.1");
        Machine machine = fake.on(OperatingSystem.WINDOWS);

        assertThat(new UvFolders().candidates(machine)).containsExactly(new Candidate(uv, InstalledBy.UV));
        assertThat(new UsualFolders().candidates(machine)).containsExactly(new Candidate(python, InstalledBy.SYSTEM));
        assertThat(new SearchPath().candidates(machine)).isEmpty();
    }

    @Test
    void theLaunchersListIsRead() {
        assertThat(PyLauncher.parse(List.of(
                        " -V:3.14 *        C:\\Python314\\python.exe",
                        " -V:Astral/CPython3.12.9 C:\\Users\\a b\\python.exe",
                        " -3.9-64          C:\\Python39\\python.exe",
                        "Installed Pythons found by py Launcher for Windows",
                        "")))
                .extracting(candidate -> candidate.path().toString())
                .containsExactly("C:\\Python314\\python.exe", "C:\\Users\\a b\\python.exe", "C:\\Python39\\python.exe");
    }

    private Discovery discovery() {
        Machine machine = fake.machine();
        return new Discovery(
                machine,
                new Store(fake.folder.resolve("store")),
                new Interrogation(machine.host(), new Processes(), Duration.ofSeconds(1)),
                Discovery.places(new Processes()));
    }

    private List<Finding> all() {
        return discovery().all(List.of(), false);
    }

    private List<Interpreter> of(InstalledBy by) {
        return all().stream()
                .filter(Finding.Usable.class::isInstance)
                .map(finding -> ((Finding.Usable) finding).interpreter())
                .filter(interpreter -> interpreter.by() == by)
                .toList();
    }

    private List<Path> usable() {
        return all().stream()
                .filter(Finding.Usable.class::isInstance)
                .map(Finding::path)
                .toList();
    }

    private Interpreter only(InstalledBy by) {
        List<Interpreter> found = of(by);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String version(Interpreter interpreter) {
        return interpreter.version().toString();
    }
}
