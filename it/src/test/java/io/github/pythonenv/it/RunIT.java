package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.RunningBuild;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs in the environment: what they print is seen, how they end counts. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class RunIT {

    @ParameterizedTest
    @EnumSource(Maven.class)
    void aScript(Maven maven, Projects projects) {
        MavenProject project = projects.copy("requirements");

        assertThat(project.maven(maven)
                        .with("-Dpython-env.script=src/main/python/greet.py")
                        .run("python-env:run")
                        .succeeds()
                        .output())
                .contains("greeting: hello-world 1,234,567");
    }

    @Test
    void aModuleAndACommandWithArguments(Projects projects) {
        MavenProject project = projects.copy("requirements");

        assertThat(project.maven()
                        .with("-Dpython-env.module=slugify", "-Dpython-env.args=--separator _ 'Two Words'")
                        .run("python-env:run")
                        .succeeds()
                        .output())
                .contains("two_words");
        assertThat(project.maven()
                        .with("-Dpython-env.command=slugify", "-Dpython-env.args='Two Words'")
                        .run("python-env:run")
                        .succeeds()
                        .output())
                .contains("two-words");
    }

    @Test
    void aFailureIsNamedAndFailsTheBuild(Projects projects) {
        MavenProject project = projects.copy("requirements").write("fail.py", "raise SystemExit(7)\n");

        assertThat(project.maven()
                        .with("-Dpython-env.script=fail.py", "-Dpython-env.exitCodeFile=target/exit")
                        .run("python-env:run")
                        .fails()
                        .output())
                .contains("fail.py")
                .contains("7");
        assertThat(project.read("target/exit").strip()).isEqualTo("7");

        project.maven()
                .with("-Dpython-env.script=fail.py", "-Dpython-env.successCodes=0,7")
                .run("python-env:run")
                .succeeds();
    }

    @Test
    void aProgramGetsArgumentsInputAndFolderAsTheyAre(Projects projects) throws Exception {
        MavenProject project =
                projects.copy("requirements").write("ask.py", """
                        import os, sys
                        print("asked", sys.argv[1:], input(), os.path.basename(os.getcwd()))
                        """).write("input.txt", "from outside\n");
        ProcessBuilder build = project.maven()
                .with(
                        "-Dpython-env.script=ask.py",
                        "-Dpython-env.args=--fast -- -x 'two words'",
                        "-Dpython-env.workingDirectory=src")
                .unobserved("python-env:run")
                .redirectInput(project.file("input.txt").toFile())
                .redirectOutput(project.file("output.txt").toFile());

        assertThat(build.start().waitFor()).isZero();

        assertThat(project.read("output.txt")).contains("asked ['--fast', '--', '-x', 'two words'] from outside src");
    }

    @Test
    void aProgramIsEndedWithItsChildrenAtItsTimeLimit(Projects projects) {
        MavenProject project = projects.copy("requirements").write("forever.py", FOREVER);

        assertThat(project.maven()
                        .with("-Dpython-env.script=forever.py", "-Dpython-env.programTimeout=2")
                        .run("python-env:run")
                        .fails()
                        .output())
                .contains("forever.py was ended, with all that it had started: it was still running after 2 s.");
        assertThat(running(project)).isEmpty();
    }

    @Test
    void aProgramIsEndedWithItsChildrenByCtrlC(Projects projects) {
        MavenProject project = projects.copy("requirements").write("forever.py", FOREVER);
        RunningBuild build =
                project.maven().with("-Dpython-env.script=forever.py").start("python-env:run");

        build.awaitLine("waiting for ever").interrupt();

        assertThat(running(project)).isEmpty();
    }

    @Test
    void aScriptThatNamesItsPackagesGetsThemAlone(Projects projects) {
        MavenProject project = projects.copy("requirements").write("tools/own.py", """
                # /// script
                # requires-python = ">=3.11"
                # dependencies = ["iniconfig>=2,<3"]
                # ///
                import importlib.util, iniconfig
                print("own:", iniconfig.__name__, importlib.util.find_spec("humanize"))
                """);
        MavenRun run = project.maven().with("-Dpython-env.script=tools/own.py");

        assertThat(run.run("python-env:run").succeeds().output()).contains("own: iniconfig None");
        assertThat(project.file(".venv")).doesNotExist();

        Build again = run.watchingProcesses().run("python-env:run").succeeds();
        assertThat(again.output()).contains("is up to date", "own: iniconfig None");
        assertThat(again.processes()).singleElement().asString().contains("own.py");
    }

    /** Notes its own process and a child's, and waits. */
    private static final String FOREVER = """
            import os, subprocess, sys, time
            child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"])
            with open("pids", "w") as pids:
                print(os.getpid(), child.pid, file=pids)
            print("waiting for ever", flush=True)
            time.sleep(1000)
            """;

    private static List<ProcessHandle> running(MavenProject project) {
        return Stream.of(project.read("pids").strip().split(" "))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .filter(ProcessHandle::isAlive)
                .toList();
    }
}
