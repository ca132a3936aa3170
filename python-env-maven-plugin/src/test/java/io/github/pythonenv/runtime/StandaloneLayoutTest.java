package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The repairs of trees that are laid out as python-build-standalone's are. */
class StandaloneLayoutTest {
    private static final String LIBRARY = "lib/python3.14/";
    private static final String HOME = "/store/runtimes/cpython";

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "trees for Linux need links and execute bits")
    void areMadeRightOnLinux() throws IOException {
        String launcher =
                "#!/bin/sh\n'''exec' \"$(dirname -- \"$(realpath -- \"$0\")\")/python3.14\" \"$0\" \"$@\"\n' '''\n";
        SmallTree tree = new SmallTree(folder)
                .with("bin/python3.14", "\u007fELF launcher")
                .with("bin/pip3", launcher)
                .with("bin/python3-config", "#!/bin/sh\nprefix=\"/install\"\nINCDIR=\"-I/install/include\"\n")
                .with("lib/pkgconfig/python3.pc", "prefix=/install\nlibdir=${prefix}/lib\n")
                .with(LIBRARY + "ssl.py", "import os\n")
                .with(LIBRARY + "build-details.json", "{\"base_prefix\": \"/install\"}")
                .with(LIBRARY + "config-3.14-x86_64-linux-gnu/Makefile", """
                        prefix=\t\t/install
                        CC=\t\tclang -pthread
                        AR=\t\t/tools/clang/bin/llvm-ar
                        INSTALL=\t/usr/bin/install -c
                        LDFLAGS=-L/install/lib -Wl,-rpath,/install/lib
                        """)
                .with(LIBRARY + "_sysconfigdata__linux_x86_64-linux-gnu.py", """
                        build_time_vars = {'AR': '/tools/clang/bin/llvm-ar',
                         'BLDSHARED': 'clang -pthread -shared',
                         'CC': 'clang -pthread',
                         'CFLAGS': '-I/install/include -O3',
                         'CXX': 'clang++ -pthread',
                         'INSTALL': '/usr/bin/install -c',
                         'LIBDIR': '/install/lib',
                         'prefix': '/install',
                        }
                        """);

        Layout.repair(tree.on(OperatingSystem.LINUX), false);
        Layout.repair(tree.on(OperatingSystem.LINUX), false);

        assertThat(SmallTree.contents(folder))
                .containsEntry("bin/python", "-> python3.14")
                .containsEntry("bin/python3", "-> python3.14")
                .containsEntry("bin/python3.14", "x \u007fELF launcher")
                .containsEntry("bin/pip3", "x " + launcher)
                .containsEntry(
                        "bin/python3-config", "x #!/bin/sh\nprefix=\"/python-env\"\nINCDIR=\"-I/python-env/include\"\n")
                .containsEntry("lib/pkgconfig/python3.pc", "- prefix=${pcfiledir}/../..\nlibdir=${prefix}/lib\n")
                .containsEntry(LIBRARY + "build-details.json", "- {\"base_prefix\": \"" + HOME + "\"}")
                .containsEntry(
                        LIBRARY + "config-3.14-x86_64-linux-gnu/Makefile",
                        "- prefix=\t\t" + HOME + "\nCC=\t\tcc -pthread\nAR=\t\tar\nINSTALL=\t/usr/bin/install -c\n"
                                + "LDFLAGS=-L" + HOME + "/lib -Wl,-rpath," + HOME + "/lib\n")
                .containsKey(LIBRARY + "EXTERNALLY-MANAGED");
        assertThat(tree.text(LIBRARY + "_sysconfigdata__linux_x86_64-linux-gnu.py"))
                .isEqualTo("build_time_vars = {'AR': 'ar',\n"
                        + " 'BLDSHARED': 'cc -pthread -shared',\n"
                        + " 'CC': 'cc -pthread',\n"
                        + " 'CFLAGS': '-I" + HOME + "/include -O3',\n"
                        + " 'CXX': 'c++ -pthread',\n"
                        + " 'INSTALL': '/usr/bin/install -c',\n"
                        + " 'LIBDIR': '" + HOME + "/lib',\n"
                        + " 'prefix': '" + HOME + "',\n}\n");
        assertThat(tree.text(LIBRARY + "ssl.py")).contains("machine's certificate authorities");
    }

    @Test
    void areMadeRightOnWindows() throws IOException {
        SmallTree tree = new SmallTree(folder)
                .with("python.exe", "MZ")
                .with("pythonw.exe", "MZ")
                .with("python314.dll", "MZ")
                .with("DLLs/_ctypes.pyd", "MZ")
                .with("DLLs/vcruntime140.dll", "MZ runtime")
                .with("Lib/ssl.py", "import os\n")
                .with("Scripts/.empty", "");
        InstallationTree windows = tree.on(OperatingSystem.WINDOWS);

        Layout.repair(windows, false);

        assertThat(windows.interpreter()).hasToString("python.exe");
        assertThat(windows.extensionModules()).isEqualTo(folder.resolve("DLLs"));
        assertThat(folder.resolve("vcruntime140.dll")).hasContent("MZ runtime");
        assertThat(folder.resolve("Lib/EXTERNALLY-MANAGED")).exists();
        assertThat(folder.resolve("bin")).doesNotExist();
        assertThat(folder.resolve("Lib/ssl.py")).hasContent("import os\n");
        assertThat(Files.exists(folder.resolve("Lib").resolve("site-packages"))).isFalse();
    }
}
