package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.platform.OperatingSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout fixes on the real archives that are there, of whatever system; nothing is started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "trees for Linux and macOS need links and execute bits")
class RealTreesTest {
    @TempDir
    Path folder;

    static Stream<Distribution> distributions() {
        return RealArchives.present();
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void areMadeRight(Distribution distribution) throws IOException {
        OperatingSystem os = OperatingSystem.valueOf(distribution
                .platform()
                .substring(0, distribution.platform().indexOf('-'))
                .toUpperCase(Locale.ROOT));
        InstallationTree tree =
                new InstallationTree(folder, Path.of("/store/runtimes/here"), distribution.version(), os);
        MavenArtifact source = (MavenArtifact) distribution.origin();
        Archive.unpack(RealArchives.file(distribution), source.treePrefix(), folder, done -> {});

        Layout.repair(tree, true);

        Map<String, String> contents = SmallTree.contents(folder);
        assertThat(folder.resolve(tree.interpreter())).isRegularFile();
        assertThat(contents.entrySet())
                .as("text files that name the build machine")
                .filteredOn(entry -> entry.getValue().contains("/cppbuild/")
                        && entry.getValue().indexOf('\0') < 0)
                .isEmpty();
        if (os == OperatingSystem.WINDOWS) {
            assertThat(contents)
                    .containsKeys("python3.dll", "pythonw.exe", "vcruntime140.dll", "lib/site-packages/pip/__init__.py")
                    .containsKeys("lib/_ssl.pyd", "lib/libssl-3.dll", "lib/_ctypes.pyd", "lib/libffi-8.dll")
                    .doesNotContainKeys("lib/pip/__init__.py", "bin/python.exe", "bin/pythonw.exe");
        } else {
            assertThat(contents)
                    .containsEntry(
                            "bin/python3", "-> python" + distribution.version().series())
                    .containsKey("lib/libpython" + distribution.version().series()
                            + (os == OperatingSystem.MACOS ? ".dylib" : ".so"));
            assertThat(contents.get("bin/pydoc3")).startsWith("x #!/bin/sh\n'''exec'");
            assertThat(contents.get("lib/pkgconfig/python3.pc")).contains("prefix=${pcfiledir}/../..");
            assertThat(folder.resolve(tree.interpreter())).isExecutable();
        }

        Layout.repair(tree, true);

        assertThat(SmallTree.contents(folder).equals(contents))
                .as("a second repair changes nothing")
                .isTrue();
    }
}
