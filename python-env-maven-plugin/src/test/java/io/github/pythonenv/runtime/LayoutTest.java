package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each repair on a tree of a few files. What the repaired trees can do is tried on real ones. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "trees for Linux and macOS need links and execute bits")
class LayoutTest {
    private static final String LIBRARY = "lib/python3.14/";

    @TempDir
    Path folder;

    private SmallTree tree;

    @BeforeEach
    void makeATree() throws IOException {
        String shebang = "#!" + SmallTree.BUILD + "/bin/python3.14\n";
        tree = new SmallTree(folder)
                .with("python3.14", "\u007fELF launcher")
                .with("libpython3.14.so.1.0", "\u007fELF libpython")
                .with("libffi.so", "\u007fELF libffi")
                .with("libffi.so.8", "\u007fELF libffi")
                .with("libjnipython.so", "\u007fELF bridge")
                .with("bin/python3", "\u007fELF launcher")
                .with("bin/python3.14", "\u007fELF launcher")
                .with("bin/pip3", shebang + "import sys\nprint('\u00e9')\n")
                .with("bin/python3-config", "#!/bin/sh\nprefix=\"" + SmallTree.BUILD + "\"\n")
                .with("bin/c_rehash", "#!/usr/bin/env perl\nmy $prefix = \"" + SmallTree.BUILD + "\";\n")
                .with("lib/pkgconfig/python3.pc", "# See\nprefix=" + SmallTree.BUILD + "\nlibdir=${prefix}/lib\n")
                .with(LIBRARY + "lib-dynload/_ctypes.so", "\u007fELF _ctypes")
                .with(LIBRARY + "pdb.py", "#! /usr/bin/env python3\n")
                .with(LIBRARY + "ssl.py", "import os\n")
                .with(LIBRARY + "__pycache__/ssl.cpython-314.pyc", "old")
                .with(LIBRARY + "__pycache__/os.cpython-314.pyc", "good")
                .with(LIBRARY + "config-3.14/Makefile", "prefix=\t" + SmallTree.BUILD + "\n")
                .with(LIBRARY + "config-3.14/makesetup", "#! /bin/sh\n")
                .with(LIBRARY + "config-3.14/python-config.py", shebang)
                .with(LIBRARY + "build-details.json", "{\"base_prefix\": \"" + SmallTree.BUILD + "\"}")
                .with(
                        LIBRARY + "_sysconfigdata__linux.py",
                        "build_time_vars = {\n    'INCLUDEPY': '" + SmallTree.BUILD + "/include',\n    'prefix': '"
                                + SmallTree.BUILD + "',\n}\n");
    }

    @Test
    void leavesOneLauncherWithLinksToIt() throws IOException {
        new LauncherLinks().apply(tree.on(OperatingSystem.LINUX));

        assertThat(SmallTree.contents(folder))
                .containsEntry("bin/python", "-> python3.14")
                .containsEntry("bin/python3", "-> python3.14")
                .containsEntry("bin/python3.14", "- \u007fELF launcher")
                .doesNotContainKey("python3.14");
    }

    @Test
    void putsLibpythonWhereLinkersLook() throws IOException {
        new LibraryLinks().apply(tree.on(OperatingSystem.LINUX));

        assertThat(folder.resolve("lib/libpython3.14.so")).hasContent("\u007fELF libpython");
        assertThat(SmallTree.contents(folder))
                .containsEntry("bin/libpython3.14.so.1.0", "-> ../libpython3.14.so.1.0")
                .containsEntry("lib/libpython3.14.so", "-> libpython3.14.so.1.0")
                .containsEntry("lib/libpython3.14.so.1.0", "-> ../libpython3.14.so.1.0");
    }

    @Test
    void putsLibpythonWhereLinkersOfMacOsLook() throws IOException {
        tree.with("libpython3.14.dylib", "macho");

        new LibraryLinks().apply(tree.on(OperatingSystem.MACOS));

        assertThat(SmallTree.contents(folder)).containsEntry("lib/libpython3.14.dylib", "-> ../libpython3.14.dylib");
    }

    @Test
    void putsLibffiBesideCtypes() throws IOException {
        new BundledLibffi().apply(tree.on(OperatingSystem.LINUX));

        assertThat(folder.resolve(LIBRARY + "lib-dynload/libffi.so.8")).hasContent("\u007fELF libffi");
        assertThat(SmallTree.contents(folder))
                .containsEntry(LIBRARY + "lib-dynload/libffi.so.8", "-> ../../../libffi.so.8")
                .containsEntry("libffi.so", "-> libffi.so.8");
    }

    @Test
    void makesProgramsScriptsAndLibrariesExecutable() throws IOException {
        new ExecuteBits().apply(tree.on(OperatingSystem.LINUX));

        assertThat(SmallTree.contents(folder).entrySet())
                .filteredOn(entry -> entry.getValue().startsWith("x "))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "bin/c_rehash",
                        "bin/pip3",
                        "bin/python3",
                        "bin/python3-config",
                        "bin/python3.14",
                        "libffi.so",
                        "libffi.so.8",
                        "libjnipython.so",
                        "libpython3.14.so.1.0",
                        "python3.14",
                        LIBRARY + "config-3.14/makesetup",
                        LIBRARY + "config-3.14/python-config.py",
                        LIBRARY + "lib-dynload/_ctypes.so");
    }

    @Test
    void takesOutWhatIsNoPartOfPython() throws IOException {
        new ForeignFiles().apply(tree.on(OperatingSystem.LINUX));

        assertThat(SmallTree.contents(folder)).doesNotContainKeys("libjnipython.so", "bin/c_rehash");
    }

    @Test
    void makesScriptsStartTheInterpreterBesideThem() throws IOException {
        new RelocatableScripts().apply(tree.on(OperatingSystem.LINUX));

        assertThat(tree.text("bin/pip3"))
                .startsWith("#!/bin/sh\n'''exec' \"$(dirname -- ")
                .contains("/python3.14\" \"$0\" \"$@\"\n' '''\n")
                .endsWith("import sys\nprint('\u00e9')\n")
                .doesNotContain(SmallTree.BUILD);
        assertThat(tree.text("bin/python3-config")).startsWith("#!/bin/sh\nprefix=");
    }

    @Test
    void writesTheFinalPlaceInEachFilesOwnSyntax() throws IOException {
        Path home = Path.of("/it's \"my\" $tore/\u00e9");

        new BuildPaths().apply(tree.on(OperatingSystem.LINUX, home));

        assertThat(Files.readString(folder.resolve(LIBRARY + "_sysconfigdata__linux.py")))
                .contains("'prefix': '/it\\'s \\\"my\\\" $tore/\u00e9',")
                .contains("'INCLUDEPY': '/it\\'s \\\"my\\\" $tore/\u00e9/include',");
        assertThat(Files.readString(folder.resolve(LIBRARY + "build-details.json")))
                .isEqualTo("{\"base_prefix\": \"/it's \\\"my\\\" $tore/\u00e9\"}");
        assertThat(Files.readString(folder.resolve(LIBRARY + "config-3.14/Makefile")))
                .isEqualTo("prefix=\t/it's \"my\" $$tore/\u00e9\n");
        assertThat(Files.readString(folder.resolve("bin/python3-config")))
                .isEqualTo("#!/bin/sh\nprefix=\"/python-env\"\n");
    }

    @Test
    void leavesPathsAloneWhereTheBuildMachineIsNotNamed() throws IOException {
        Files.delete(folder.resolve(LIBRARY + "_sysconfigdata__linux.py"));
        Map<String, String> before = SmallTree.contents(folder);

        new BuildPaths().apply(tree.on(OperatingSystem.LINUX));

        assertThat(SmallTree.contents(folder)).isEqualTo(before);
    }

    @Test
    void makesPkgConfigFilesRelative() throws IOException {
        new PkgConfigPrefix().apply(tree.on(OperatingSystem.LINUX));

        assertThat(tree.text("lib/pkgconfig/python3.pc"))
                .isEqualTo("# See\nprefix=${pcfiledir}/../..\nlibdir=${prefix}/lib\n");
    }

    @Test
    void endsTheSslModuleWithTheMachinesCertificates() throws IOException {
        new MachineCertificates().apply(tree.on(OperatingSystem.LINUX));

        assertThat(tree.text(LIBRARY + "ssl.py"))
                .startsWith("import os\n\n\n# python-env:")
                .contains("/etc/ssl/certs/ca-certificates.crt");
        assertThat(SmallTree.contents(folder))
                .doesNotContainKey(LIBRARY + "__pycache__/ssl.cpython-314.pyc")
                .containsKey(LIBRARY + "__pycache__/os.cpython-314.pyc");
    }

    @Test
    void tellsInstallersToKeepOut() throws IOException {
        new ExternallyManaged().apply(tree.on(OperatingSystem.LINUX));

        assertThat(tree.text(LIBRARY + "EXTERNALLY-MANAGED")).startsWith("[externally-managed]\nError=");
    }

    @Test
    void leavesNoPathOfTheBuildMachine() throws IOException {
        Layout.repair(tree.on(OperatingSystem.LINUX), true);

        assertThat(SmallTree.contents(folder).values()).noneMatch(text -> text.contains(SmallTree.BUILD));
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        Layout.repair(tree.on(OperatingSystem.LINUX), true);
        Map<String, String> once = SmallTree.contents(folder);

        Layout.repair(tree.on(OperatingSystem.LINUX), true);

        assertThat(SmallTree.contents(folder)).isEqualTo(once);
    }

    @Test
    void goesThroughATreeThatHasNothing() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Layout.repair(new InstallationTree(empty, empty, SmallTree.VERSION, OperatingSystem.LINUX), true);
        Layout.repair(new InstallationTree(empty, empty, SmallTree.VERSION, OperatingSystem.LINUX), false);
        Layout.repair(new InstallationTree(empty, empty, SmallTree.VERSION, OperatingSystem.WINDOWS), true);
        Layout.repair(new InstallationTree(empty, empty, SmallTree.VERSION, OperatingSystem.WINDOWS), false);

        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void linksAreRelative() throws IOException {
        Layout.repair(tree.on(OperatingSystem.LINUX), true);

        assertThat(SmallTree.contents(folder).values())
                .filteredOn(text -> text.startsWith("-> "))
                .isNotEmpty()
                .noneMatch(text -> text.startsWith("-> /"));
        assertThat(Files.isRegularFile(folder.resolve("bin/python3.14"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }
}
