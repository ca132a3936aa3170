package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.packages.RealUv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Packages whose files are as they were published, and that do not work all the same. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class ImportingTest {

    private SmallEnvironment environment;

    @BeforeEach
    void begin(RealUv uv) throws IOException {
        environment = new SmallEnvironment(uv).with(TestWheel.of("good", "1.0").module("value = 1\n"), "good");
    }

    @AfterEach
    void cleanUp() throws IOException {
        environment.close();
    }

    @Test
    void oneModuleOfEachKind() throws IOException {
        environment
                .with(TestWheel.of("raises", "1.0").module("raise RuntimeError('not here')\n"), "raises")
                .with(
                        TestWheel.of("crashes", "1.0")
                                .module("import os\nos.abort()\n")
                                .program("crash", "crashes:main"),
                        "crashes")
                .with(TestWheel.of("leaves", "1.0").module("import os\nos._exit(0)\n"), "leaves")
                .with(TestWheel.of("exits", "1.0").module("raise SystemExit(3)\n"), "exits")
                .with(TestWheel.of("old", "1.0").module("import imp_that_never_was\n"), "old")
                .with(
                        TestWheel.of("chats", "1.0").module("print('\\x1epython-env {}', end='')\nprint('hello')\n"),
                        "chats")
                .with(
                        TestWheel.of("several", "1.0")
                                .file("several_one.py", "")
                                .file("several_three.py", "")
                                .file("several_two.py", "import os\nos.abort()\n")
                                .file("tests/__init__.py", "raise RuntimeError('a test')\n"),
                        "several")
                .build();

        SuiteReport report = environment.validate("imports", "entry-points", "native-imports");

        assertThat(Told.faults(report))
                .containsExactly("imports failed: "
                        + "crashes: crashes ends the interpreter with signal 6; "
                        + "exits: exits does not import: SystemExit: 3; "
                        + "leaves: leaves ends the interpreter with exit code 0; "
                        + "raises: raises does not import: RuntimeError: not here; "
                        + "several: several_two ends the interpreter with signal 6.");
        assertThat(Told.evidence(report, "imports", "modules")).containsExactly("10 tried, 4 import");
        assertThat(Told.evidence(report, "imports", "doubt"))
                .containsExactly("old: old wants imp_that_never_was, which it does not declare and nothing installs");
        assertThat(Told.skipped(report)).containsExactly("entry-points", "native-imports");
    }

    @Test
    void endsWhatNeverComesBack() throws IOException {
        environment
                .with(
                        TestWheel.of("hangs", "1.0")
                                .file("hangs_first.py", "")
                                .file("hangs_later.py", "")
                                .file("hangs_now.py", "import threading\nthreading.Event().wait()\n")
                                .program("hang", "hangs_now:main"),
                        "hangs")
                .settings(new ValidationSettings(
                        List.of(), FailOn.ERROR, List.of(), Duration.ofSeconds(15), List.of(), 2, List.of(), List.of()))
                .build();

        SuiteReport report = environment.validate("entry-points", "imports");
        assertThat(Told.faults(report))
                .containsExactly("imports failed: hangs: hangs_now has not come back after 15 s.");
        assertThat(Told.evidence(report, "imports", "modules")).containsExactly("4 tried, 3 import");
    }

    @Test
    void leavesOutWhatIsConfigured() throws IOException {
        environment
                .with(TestWheel.of("raises", "1.0").module("raise RuntimeError('not here')\n"), "raises")
                .settings(new ValidationSettings(
                        List.of(),
                        FailOn.ERROR,
                        List.of(),
                        Duration.ofMinutes(1),
                        List.of("Raises"),
                        2,
                        List.of(),
                        List.of()))
                .build();

        SuiteReport report = environment.validate("imports");
        assertThat(Told.faults(report)).isEmpty();
        assertThat(Told.evidence(report, "imports", "not tried")).containsExactly("raises: the configuration says so");

        environment.settings(new ValidationSettings(
                List.of(),
                FailOn.ERROR,
                List.of(),
                Duration.ofMinutes(1),
                List.of("raises", "good"),
                2,
                List.of(),
                List.of()));
        assertThat(environment.validate("imports").results())
                .extracting(result ->
                        result.verdict().word() + ": " + result.verdict().text())
                .containsExactly("skipped: There is no module to import. Not tried: raises (the configuration says so),"
                        + " good (the configuration says so).");
    }

    @Test
    void nativeModuleThatDoesNotLoad() throws IOException {
        environment
                .with(
                        TestWheel.of("broken", "1.0")
                                .module("")
                                .file("broken/speed.abi3.so", "no library at all")
                                // Shared libraries that are no modules are no matter.
                                .file("broken/libplain.so", "no library either")
                                .file("broken.libs/libmore-123.so.1", "nor this"),
                        "broken")
                .build();

        SuiteReport report = environment.validate();
        assertThat(Told.faults(report))
                .singleElement()
                .satisfies(fault -> assertThat(fault)
                        .startsWith("native-imports failed: broken: broken.speed does not import: ImportError: ")
                        .containsAnyOf("invalid ELF header", "file too short"));
    }

    @Test
    void programThatSaysItselfWhatItWantsMore() throws IOException {
        environment
                .with(
                        TestWheel.of("labs", "1.0")
                                .module("")
                                .file("labs/hub.py", """
                                        try:
                                            import hub_that_never_was
                                        except ImportError:
                                            raise ImportError("The hub is not installed.")
                                        """)
                                .file("labs/slow.py", """
                                        try:
                                            import fast_that_never_was
                                        except ImportError:
                                            from labs import gone
                                        """)
                                .program("hub", "labs.hub:main")
                                .program("slow", "labs.slow:main"),
                        "labs")
                .build();

        SuiteReport report = environment.validate("entry-points");

        assertThat(Told.evidence(report, "entry-points", "wants more"))
                .containsExactly("labs: labs.hub:main wants hub_that_never_was");
        assertThat(Told.faults(report))
                .singleElement()
                .satisfies(fault -> assertThat(fault)
                        .startsWith("entry-points failed: labs: labs.slow:main does not import: ImportError: ")
                        .contains("'gone'"));
    }

    @Test
    void programThatCallsNothing() throws IOException {
        environment
                .with(
                        TestWheel.of("tool", "1.0")
                                .module("def main():\n    pass\n")
                                .program("tool", "tool:main")
                                .program("gone", "tool:gone"),
                        "tool")
                .build();

        assertThat(Told.faults(environment.validate()))
                .containsExactly("entry-points failed: tool: tool:gone does not import: AttributeError: module 'tool'"
                        + " has no attribute 'gone'.");
        assertThat(Told.evidence(environment.validate("imports", "entry-points"), "imports", "modules"))
                .containsExactly("2 tried, 2 import");
    }

    @Test
    void projectThatImportsOtherThingsThanItDeclares() throws IOException {
        environment
                .with(TestWheel.of("unused", "1.0").requires("hidden").module(""), "unused")
                .with(TestWheel.of("hidden", "1.0").module("value = 1\n"))
                .with(
                        TestWheel.of("linter", "1.0")
                                .module("def main():\n    pass\n")
                                .program("linter", "linter:main"),
                        "linter")
                .build();
        Path sources = environment.project().resolve("src/main/python");
        Files.createDirectories(sources.resolve("own/deep"));
        assertThat(Told.skipped(environment.validate("declarations"))).containsExactly("declarations");
        Path broken = Files.writeString(sources.resolve("broken.py"), "def\n");
        assertThat(Told.skipped(environment.validate("declarations"))).containsExactly("declarations");
        Files.delete(broken);
        Files.writeString(
                environment.project().resolve("src/main/python/own/__init__.py"), """
                import json
                from typing import TYPE_CHECKING

                import own.deep
                from good import value
                from . import deep

                if TYPE_CHECKING:
                    import only_for_types
                try:
                    import faster
                except ImportError:
                    faster = None


                def later():
                    import hidden
                    import nowhere.at_all
                """, StandardCharsets.UTF_8);

        SuiteReport report = environment.validate("declarations");
        assertThat(Told.faults(report))
                .containsExactly("declarations warning: "
                        + "unused is declared (requirements.txt:2) and never imported; "
                        + "hidden is imported (src/main/python/own/__init__.py:17) and not declared: it is there because"
                        + " another package needs hidden; "
                        + "nowhere is imported (src/main/python/own/__init__.py:18) and no installed package has it.");
    }
}
