package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.packages.RealUv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Breaks one thing in a real environment: the check that is about it tells, and no other. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class BreakingTest {

    private SmallEnvironment environment;
    private RealUv uv;

    @BeforeEach
    void build(RealUv uv) throws IOException {
        this.uv = uv;
        environment = new SmallEnvironment(uv)
                .with(
                        TestWheel.of("app", "1.0")
                                .requires("base>=1")
                                .module("def main():\n    print('app')\n")
                                .program("app", "app:main"),
                        "app")
                .with(TestWheel.of("base", "1.0").module("value = 1\n").file("base/more.py", "more = 2\n"))
                .with(
                        TestWheel.of("native", "1.0")
                                .module("from . import unicodedata\n")
                                .file("native/" + extension().getFileName(), Files.readAllBytes(extension())),
                        "native")
                .build();
    }

    @AfterEach
    void cleanUp() throws IOException {
        environment.close();
    }

    @Test
    void nothingIsWrongAtFirst() {
        SuiteReport report = environment.validate();

        assertThat(Told.faults(report)).isEmpty();
        assertThat(report.results()).extracting(CheckResult::id).hasSize(15);
        assertThat(Told.skipped(report)).containsExactly("declarations");
    }

    @Test
    void anotherInterpreter() throws IOException {
        Path home = uv.provided().runtime().home();
        Path other = environment
                .copiedRuntime()
                .resolve(home.relativize(uv.provided().runtime().executable()));
        Path python = environment.layout().python();
        Files.delete(python);
        Files.createSymbolicLink(python, other);

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("interpreter failed: It is started by " + other);
    }

    @Test
    void noInterpreter() throws IOException {
        Files.delete(environment.layout().python());

        SuiteReport report = environment.validate();
        assertThat(Told.faults(report)).singleElement().asString().startsWith("interpreter failed: ");
        assertThat(Told.skipped(report))
                .contains("imports", "tls", "activation")
                .doesNotContain("record", "state");
        // Not chosen, it cannot tell, and the others may not pass over it in silence.
        assertThat(Told.faults(environment.validate("imports")))
                .singleElement()
                .asString()
                .startsWith("imports failed: ");
    }

    @Test
    void configurationGone() throws IOException {
        Files.delete(environment.directory().resolve("pyvenv.cfg"));

        SuiteReport report = environment.validate();
        assertThat(Told.faults(report)).containsExactly("structure failed: Its pyvenv.cfg is gone.");
        assertThat(Told.skipped(report)).contains("isolation", "imports").doesNotContain("record", "interpreter");
    }

    @Test
    void configurationOfAnotherPython() throws IOException {
        Path file = environment.directory().resolve("pyvenv.cfg");
        Files.writeString(file, Files.readString(file).replaceAll("version_info = .*", "version_info = 3.9.1"));

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("structure failed: pyvenv.cfg speaks of Python 3.9.1");
    }

    @Test
    void folderOnTheModulePath() throws IOException {
        Path outside = Files.createDirectory(environment.project().resolve("outside"));
        Files.writeString(environment.sitePackages().resolve("leak.pth"), outside + "\n");

        List<String> faults = Told.faults(environment.validate());
        assertThat(faults).singleElement().asString().startsWith("isolation failed: " + outside + " is on sys.path");
    }

    @Test
    void packagesOfThePythonBelow() throws IOException {
        Path file = environment.directory().resolve("pyvenv.cfg");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("include-system-site-packages = false", "include-system-site-packages = true"));

        assertThat(Told.faults(environment.validate()))
                .containsExactly("isolation failed: pyvenv.cfg lets in the packages of the Python below"
                        + " (include-system-site-packages).");
    }

    @Test
    void harmlessPathFile() throws IOException {
        Files.writeString(environment.sitePackages().resolve("mine.pth"), "import sys\n");

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("isolation warning: mine.pth was added");
    }

    @Test
    void inputsChanged() throws IOException {
        Files.writeString(environment.project().resolve("requirements.txt"), "# new\n", StandardOpenOption.APPEND);

        assertThat(Told.faults(environment.validate()))
                .containsExactly("state warning: It is not what is asked for any more: requirements.txt changed.");
    }

    @Test
    void stateFileChanged() throws IOException {
        Path file = environment.directory().resolve(".python-env-state.properties");
        Files.writeString(file, Files.readString(file).replaceAll("fingerprint=.*", "fingerprint=0000"));

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("state failed: The state file was changed");
    }

    @Test
    void moduleAddedByHand() throws IOException {
        Files.writeString(environment.sitePackages().resolve("mine.py"), "x = 1\n");

        assertThat(Told.faults(environment.validate()))
                .containsExactly("state warning: mine.py was added to site-packages by hand.");
    }

    @Test
    void programGone() throws IOException {
        Files.delete(environment.layout().bin().resolve("app"));

        assertThat(Told.faults(environment.validate()))
                .containsExactly("entry-points failed: app: the program app is missing.");
    }

    @Test
    void programOfAnotherPython() throws IOException {
        Files.writeString(environment.layout().bin().resolve("app"), "#!/usr/bin/env python\nimport app\n");

        assertThat(Told.faults(environment.validate()))
                .containsExactly("entry-points failed: app: the program app starts another interpreter.");
    }

    @Test
    void activationGone() throws IOException {
        Files.delete(environment.layout().bin().resolve("activate"));

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("activation failed: The activation script activate is gone");
    }

    @Test
    void activationLeadsElsewhere() throws IOException {
        Path script = environment.layout().bin().resolve("activate");
        Files.writeString(script, Files.readString(script).replace("/.venv", "/nowhere"));

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("activation failed: Activated in sh, python is not the environment's");
    }

    @Test
    void requiredPackageRemoved() {
        environment.uv("pip", "uninstall", "base");

        assertThat(Told.faults(environment.validate()))
                .containsExactly("metadata failed: app 1.0 requires base >=1, which is not installed.");
    }

    @Test
    void packageRemovedThatNobodyRequires() {
        environment.uv("pip", "uninstall", "native");

        assertThat(Told.faults(environment.validate()))
                .containsExactly("lock failed: native 1.0 was installed and is gone.");
    }

    @Test
    void packageOfAnotherVersion() {
        environment.with(TestWheel.of("base", "1.5").module("value = 15\n"));
        environment.uv("pip", "install", "base==1.5");

        assertThat(Told.faults(environment.validate()))
                .containsExactly("lock failed: base was installed as 1.0, and now is 1.5.");
    }

    @Test
    void packageInConflict() {
        environment.with(TestWheel.of("strict", "1.0").requires("base>=2").module(""));
        environment.uv("pip", "install", "--no-deps", "strict");

        assertThat(Told.faults(environment.validate()))
                .containsExactly(
                        "metadata failed: strict 1.0 requires base >=2, and 1.0 is installed.",
                        "lock failed: strict 1.0 was added by hand.");
    }

    @Test
    void packageForAnotherPython() throws IOException {
        Path metadata = environment.sitePackages().resolve("base-1.0.dist-info/METADATA");
        String text = Files.readString(metadata);
        Files.delete(metadata);
        Files.writeString(metadata, text.replace("Version: 1.0\n", "Version: 1.0\nRequires-Python: >=99\n"));

        assertThat(Told.faults(environment.validate("metadata")))
                .singleElement()
                .asString()
                .startsWith("metadata warning: base 1.0 is for Python >=99, and this is 3.");
    }

    @Test
    void fileEdited() throws IOException {
        Path file = environment.sitePackages().resolve("base/more.py");
        // As somebody's editor does: by a link to uv's cache the other environments would be changed, too.
        Files.delete(file);
        Files.writeString(file, "more = 3\n");

        assertThat(Told.faults(environment.validate()))
                .containsExactly("record failed: base: base/more.py was altered.");
    }

    @Test
    void nativeModuleGone() throws IOException {
        Path file = environment.sitePackages().resolve("native/" + extension().getFileName());
        Files.delete(file);

        assertThat(Told.faults(environment.validate()))
                .containsExactly("record failed: native: native/" + extension().getFileName() + " is missing.");
    }

    @Test
    void stillWorksInAFolderOfSuchAName() throws IOException {
        assertThat(environment.project().toString()).contains("'", " ", "日本");
        assertThat(Told.faults(environment.validate("activation", "structure"))).isEmpty();
    }

    /** An extension module of the runtime, which works under another package's name as well. */
    private Path extension() throws IOException {
        try (Stream<Path> files = Files.walk(uv.provided().runtime().home())) {
            return files.filter(file -> file.getFileName().toString().startsWith("unicodedata.cpython-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
