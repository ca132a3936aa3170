package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Programs;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Uv;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of a lock, {@code package} makes archives for machines that it is not on, with what the lock says of each. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class PackageElsewhereIT {
    private static final Pattern LOCKED = Pattern.compile("(?m)^name = \"([^\"]+)\"\\Rversion = \"([^\"]+)\"");
    private static final String LINUX = "linux-aarch64";
    private static final String WINDOWS = "windows-x86_64";

    @Test
    void hasForEachPlatformWhatTheLockSays(Projects projects) throws IOException {
        MavenProject project = projects.copy("uvlock");
        asksFor(project, "\"markupsafe==3.0.3\", \"colorama==0.4.6; sys_platform == 'win32'\"");

        assertThat(project.maven()
                        .with("-Dpython-env.dryRun", "-Dpython-env.platforms=" + LINUX + "," + WINDOWS)
                        .run("python-env:package")
                        .succeeds()
                        .lines())
                .filteredOn(line -> line.endsWith(".tar.gz would be packed."))
                .hasSize(2);
        assertThat(project.file("target")).doesNotExist();

        pack(project).succeeds();

        assertThat(project.file(".venv")).as("nothing for this machine").doesNotExist();
        Map<String, String> locked = new TreeMap<>();
        LOCKED.matcher(project.read("uv.lock"))
                .results()
                .forEach(match -> locked.put(match.group(1).replace('-', '_'), match.group(2)));
        locked.remove("humanize");
        assertThat(locked).containsKeys("greeter", "iniconfig", "markupsafe", "colorama");
        Path windows = unpacked(project, WINDOWS);
        assertThat(installed(windows.resolve("lib/site-packages"))).isEqualTo(folders(locked));
        locked.remove("colorama");
        Path linux = unpacked(project, LINUX);
        Path packages;
        try (Stream<Path> versions = Files.list(linux.resolve("lib"))) {
            packages = versions.filter(one -> one.getFileName().toString().startsWith("python3."))
                    .findFirst()
                    .orElseThrow()
                    .resolve("site-packages");
        }
        assertThat(installed(packages)).isEqualTo(folders(locked));

        // ELF for aarch64 (machine 183), PE.
        assertThat(head(linux.resolve("bin/python"), 19))
                .startsWith(0x7f, 'E', 'L', 'F')
                .endsWith(183);
        assertThat(head(one(packages.resolve("markupsafe"), "_speedups.cpython-3"), 19))
                .endsWith(183);
        assertThat(head(windows.resolve("python.exe"), 2)).containsExactly('M', 'Z');
        assertThat(head(one(windows.resolve("lib/site-packages/markupsafe"), "_speedups.cp3"), 2))
                .containsExactly('M', 'Z');
        assertThat(windows.resolve("Scripts")).isDirectoryContaining("glob:**/greet.exe");
        assertThat(linux.resolve("bin/greet")).isExecutable();
        // Editable here, a copy there.
        assertThat(packages.resolve("greeter/__init__.py"))
                .hasSameTextualContentAs(project.file("src/greeter/__init__.py"));
        assertThat(packages.resolve("greeter/__pycache__")).isNotEmptyDirectory();
        for (Path tree : List.of(linux, windows)) {
            assertThat(Programs.run(
                            tree, List.of("/bin/sh", "-c", "grep -rlF -e " + project.folder() + " . || echo none")))
                    .isEqualTo("none");
        }

        assertThat(pack(project).succeeds().lines())
                .filteredOn(line -> line.contains(".tar.gz is up to date"))
                .hasSize(2);

        asksFor(project, "\"docopt==0.6.2\"");
        assertThat(pack(project).fails().output()).contains("docopt", "Only wheels are to be installed");
    }

    private static void asksFor(MavenProject project, String more) {
        String definition = project.read("pyproject.toml");
        project.write(
                "pyproject.toml",
                definition.replaceFirst(
                        "(?m)^dependencies = .*", "dependencies = [\"python-slugify>=8,<9\", " + more + "]"));
        Uv.get().lock(project);
    }

    private static Build pack(MavenProject project) {
        return project.maven()
                .with("-Dpython-env.source=maven", "-Dpython-env.platforms=" + LINUX + ", " + WINDOWS)
                .run("python-env:package");
    }

    private static Path unpacked(MavenProject project, String platform) throws IOException {
        Path folder = Files.createDirectories(
                project.folder().resolveSibling("unpacked").resolve(platform));
        Path archive = project.file("target/with-uv-lock-1-python-" + platform + ".tar.gz");
        Programs.run(folder, List.of("/bin/sh", "-c", "PATH=/usr/bin:/bin exec tar xzf " + archive));
        return folder;
    }

    private static Set<String> installed(Path packages) throws IOException {
        try (Stream<Path> entries = Files.list(packages)) {
            Set<String> names = new TreeSet<>();
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(".dist-info"))
                    .forEach(names::add);
            return names;
        }
    }

    private static Set<String> folders(Map<String, String> locked) {
        Set<String> names = new TreeSet<>();
        locked.forEach((name, version) -> names.add(name + "-" + version + ".dist-info"));
        return names;
    }

    private static Path one(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int[] head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(bytes);
            int[] head = new int[read.length];
            for (int at = 0; at < read.length; at++) {
                head[at] = read[at] & 0xFF;
            }
            return head;
        }
    }
}
