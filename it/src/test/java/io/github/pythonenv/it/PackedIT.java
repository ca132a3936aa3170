package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.archives.Interpreter;
import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An environment that another module or project packed is one like any other, without being built. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class PackedIT {

    @ParameterizedTest
    @EnumSource(names = {"V3_8", "V4"})
    void aModuleTakesThatOfAnother(Maven maven, Projects projects) {
        MavenProject project = projects.copy("packed");
        MavenProject taker = new MavenProject(project.file("taker"));

        Build build = project.maven(maven).with("-T2").run("package").succeeds();

        assertThat(build.output()).contains("the packed environment com.example:builder:1-SNAPSHOT:tar.gz:python-");
        assertThat(taker.venv().python("import sys, titles; print(titles.slug('Ein Süßer Titel'), sys.prefix)"))
                .isEqualTo("ein-susser-titel " + taker.venv().folder());
        assertThat(taker.venv().run("slugify", "To Be")).isEqualTo("to-be");
    }

    @Test
    void isMadeAnewWhenItWasPackedAnew(Projects projects) {
        MavenProject project = projects.copy("packed");
        MavenProject taker = new MavenProject(project.file("taker"));
        // Other tests' environments stand on the same store, and would on the same archive.
        project.write("builder/src/main/python/only_here.py", "");
        project.maven().run("package").succeeds();

        assertThat(project.maven().watchingProcesses().run("package").succeeds().processes())
                .isEmpty();
        Object before = taker.venv().identity();
        String unpacked = taker.venv().python("import sys; print(sys.base_prefix)");
        project.write("builder/src/main/python/titles.py", "def slug(title):\n    return 'other'\n");
        project.maven().with("-Dpython-env.keepGenerations=0").run("package").succeeds();

        assertThat(Path.of(unpacked))
                .as("in the store, where nobody stands on it")
                .doesNotExist();
        assertThat(taker.venv().identity()).isNotEqualTo(before);
        assertThat(taker.venv().python("import titles; print(titles.slug(''))")).isEqualTo("other");
    }

    @Test
    void allGoalsActOnItWithoutUvAndNetwork(Projects projects) throws IOException {
        MavenProject project = projects.copy("packed");
        project.maven().run("install").succeeds();
        Path home = projects.folder().resolve("another-home");
        Machine machine = new Machine(
                home, Machine.shared().localRepository(), home.resolve("store"), home.resolve("cache of uv"));
        MavenProject taker =
                new MavenProject(projects.copy("packed", "elsewhere").file("taker"));

        Build build = taker.maven()
                .on(machine)
                .with("-o", "-Dpython-env.command=slugify", "-Dpython-env.args='Two Words'")
                .with("-Dpython-env.checks=python,environment,dependencies")
                .run(
                        "python-env:ensure",
                        "python-env:check",
                        "python-env:list",
                        "python-env:info",
                        "python-env:validate",
                        "python-env:activate",
                        "python-env:run",
                        "python-env:package")
                .succeeds();

        assertThat(build.lines())
                .contains("two-words")
                .anyMatch(line -> line.contains("nothing is installed into it here"))
                .anyMatch(line -> line.contains("what it needs is declared there"));
        assertThat(machine.store().resolve("tools")).doesNotExist();
        assertThat(machine.uvCache()).doesNotExist();
        assertThat(Interpreter.sha256(archive(taker)))
                .as("packed again")
                .isEqualTo(Interpreter.sha256(archive(new MavenProject(project.file("builder")))));
    }

    @Test
    void saysWhatIsAmiss(Projects projects) {
        MavenProject project = projects.copy("packed");
        MavenProject taker = new MavenProject(project.file("taker"));

        assertThat(taker.maven()
                        .with("-o", "-Dpython-env.packed=com.example:nobody:1:tar.gz:python-{platform}")
                        .run("python-env:ensure")
                        .fails()
                        .output())
                .contains("let this module depend on that one, and build both as far as the phase package");
    }

    private static Path archive(MavenProject module) throws IOException {
        try (Stream<Path> files = Files.list(module.file("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
