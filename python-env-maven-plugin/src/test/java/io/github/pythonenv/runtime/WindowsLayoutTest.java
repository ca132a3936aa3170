package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.platform.OperatingSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowsLayoutTest {
    @TempDir
    Path folder;

    private SmallTree tree;

    @BeforeEach
    void makeATree() throws IOException {
        tree = new SmallTree(folder)
                .with("python.exe", "launcher")
                .with("python314.dll", "python")
                .with("jnipython.dll", "bridge")
                .with("bin/python.exe", "launcher")
                .with("bin/pythonw.exe", "launcher without a window")
                .with("lib/vcruntime140.dll", "runtime")
                .with("lib/vcruntime140_1.dll", "more runtime")
                .with("lib/_ssl.pyd", "ssl")
                .with("lib/ssl.py", "import os\n")
                .with("lib/pipes.py", "no pip")
                .with("lib/pip/__init__.py", "pip")
                .with("lib/pip-25.3.dist-info/RECORD", "pip/__init__.py,,")
                .with("lib/site-packages/README.txt", "packages");
    }

    @Test
    void putsPipWherePackagesGoAndLibrariesBesideTheLaunchers() throws IOException {
        Layout.repair(tree.on(OperatingSystem.WINDOWS), true);

        assertThat(SmallTree.contents(folder).keySet())
                .containsExactlyInAnyOrder(
                        "python.exe",
                        "pythonw.exe",
                        "python314.dll",
                        "vcruntime140.dll",
                        "vcruntime140_1.dll",
                        "lib/EXTERNALLY-MANAGED",
                        "lib/vcruntime140.dll",
                        "lib/vcruntime140_1.dll",
                        "lib/_ssl.pyd",
                        "lib/ssl.py",
                        "lib/pipes.py",
                        "lib/site-packages/README.txt",
                        "lib/site-packages/pip/__init__.py",
                        "lib/site-packages/pip-25.3.dist-info/RECORD");
        assertThat(tree.text("pythonw.exe")).isEqualTo("launcher without a window");
        // Windows has its own certificates, and this Python asks for them.
        assertThat(tree.text("lib/ssl.py")).isEqualTo("import os\n");
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        Layout.repair(tree.on(OperatingSystem.WINDOWS), true);
        Map<String, String> once = SmallTree.contents(folder);

        Layout.repair(tree.on(OperatingSystem.WINDOWS), true);

        assertThat(SmallTree.contents(folder)).isEqualTo(once);
    }

    @Test
    void keepsAPipThatIsWhereItBelongs() throws IOException {
        tree.with("lib/site-packages/pip/__init__.py", "newer pip");

        Layout.repair(tree.on(OperatingSystem.WINDOWS), true);

        assertThat(tree.text("lib/site-packages/pip/__init__.py")).isEqualTo("newer pip");
        assertThat(folder.resolve("lib/pip")).doesNotExist();
    }
}
