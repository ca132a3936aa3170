package io.github.pythonenv.it.benchmark;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What this plugin costs, against the ways that there are without it. The order is only that of the report. */
@ExtendWith(ProjectsOfTest.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("benchmark")
class BenchmarksIT {

    private static final String EMPTY = "Maven alone";
    private static final String NOTHING = "a plugin that does nothing";
    private static final String TRUE = "exec-maven-plugin: `true`";
    private static final String EXEC_UV = "exec-maven-plugin: `uv venv`, `uv pip sync`";
    private static final String EXEC_PIP = "exec-maven-plugin: `python -m venv`, `pip install`";
    private static final String RAW = "no Maven: `uv venv`, `uv pip sync`";
    private static final String OFFLINE = ", offline";

    private static final double LOAD = Surroundings.load();
    private static final Report REPORT = new Report();

    @AfterAll
    static void print() throws IOException {
        Optional<Workplace> place = Preparation.workplace();
        if (place.isPresent()) {
            String markdown = REPORT.markdown(Surroundings.describe(place.get(), LOAD));
            Files.writeString(Settings.target().resolve("benchmark/results.md"), markdown);
            System.out.println(markdown);
            Optional.ofNullable(System.getProperty("benchmark.document"))
                    .ifPresent(document -> Report.replace(Path.of(document), markdown));
        }
    }

    @Test
    @Order(1)
    void nothingFetched(Projects projects) throws Exception {
        String ours = "python-env";
        Workplace place =
                Preparation.workplace(projects).withCaches(projects.folder().resolve("caches"));
        Situation cold = Situation.FRESH_CHECKOUT.and(place::forget);
        Ways ways = new Ways(place, projects, cold);

        Map<String, Times> times = Rounds.usually(5)
                .of(List.of(
                        new Ways(place, projects, cold.and(place::forgetArchives)).pythonEnv(ours),
                        ways.pythonEnv("python-env, the runtime's archive in the local repository"),
                        ways.execPip(EXEC_PIP),
                        ways.execUv(EXEC_UV),
                        ways.rawUv(RAW)));

        REPORT.times(
                "(a) Cold",
                "No environment, and empty caches of uv and pip. For python-env also an empty store, so neither runtime"
                        + " nor uv, and no archive of a runtime in the local repository: all that comes over the"
                        + " network. The other ways find python (the same one) and uv ready. For all, Maven's plugins"
                        + " are in the local repository.",
                times.values());
        REPORT.target(
                "(a) cold",
                "the pip recipe, its python there",
                times.get(EXEC_PIP).median(),
                times.get(ours).median(),
                "ms");
    }

    @Test
    @Order(2)
    void environmentGone(Projects projects) throws Exception {
        String ours = "python-env, `.venv` deleted";
        String fresh = "python-env, fresh checkout";
        Workplace place = Preparation.workplace(projects);
        Ways ways = new Ways(place, projects, Situation.FRESH_CHECKOUT);

        Map<String, Times> times = Rounds.usually(11)
                .of(List.of(
                        ways.build(EMPTY, "empty", "BUILD SUCCESS", 1, "-o"),
                        ways.rawUv(RAW + OFFLINE, "--offline"),
                        new Ways(place, projects, Situation.ENVIRONMENT_GONE).pythonEnv(ours, "-o"),
                        ways.pythonEnv(fresh, "-o"),
                        ways.pythonEnv("python-env, fresh checkout, without `-o`"),
                        ways.rawUv(RAW),
                        ways.execUvOffline(EXEC_UV + OFFLINE, "-o"),
                        ways.execPip(EXEC_PIP, "-o")));

        REPORT.times(
                "(b) Caches warm, environment gone",
                "All was fetched before. `.venv` is deleted; for a fresh checkout `.python-env` is, too. Maven runs"
                        + " with `-o` unless it says otherwise; \"offline\" is uv told to ask no index.",
                times.values());
        double limit =
                times.get(EMPTY).median() + 1.25 * times.get(RAW + OFFLINE).median() + 200;
        String rule = "Maven alone + 1.25 × raw uv, offline + 200 ms";
        REPORT.target("(b) `.venv` deleted", rule, limit, times.get(ours).median(), "ms");
        REPORT.target("(b) fresh checkout", rule, limit, times.get(fresh).median(), "ms");
    }

    @Test
    @Order(3)
    void upToDate(Projects projects) throws Exception {
        String ours = "python-env";
        Ways ways = new Ways(Preparation.workplace(projects), projects, Situation.UNCHANGED);

        Map<String, Times> times = Rounds.usually(21)
                .of(List.of(
                        ways.build(EMPTY, "empty", "BUILD SUCCESS", 1, "-o"),
                        ways.build(NOTHING, "nothing", "nothing:1:nothing", 1, "-o"),
                        ways.pythonEnvUpToDate(ours, "python-env", 1),
                        ways.build(TRUE, "exec-true", "exec:[0-9.]+:exec", 1, "-o"),
                        ways.execUvOffline(EXEC_UV + OFFLINE, "-o"),
                        ways.execPip(EXEC_PIP, "-o"),
                        ways.rawUv(RAW + OFFLINE, "--offline")));

        REPORT.times("(c) Up to date", "Nothing is to be done. Maven runs with `-o`.", times.values());
        double measured = times.get(ours).median();
        REPORT.target(
                "(c) up to date",
                "a plugin that does nothing + 30 ms",
                times.get(NOTHING).median() + 30,
                measured,
                "ms");
        REPORT.target(
                "(c) up to date",
                "one `true` by exec-maven-plugin",
                times.get(TRUE).median(),
                measured,
                "ms");
    }

    @Test
    @Order(4)
    void tenModules(Projects projects) throws Exception {
        String ours = "python-env in ten modules";
        String without = "ten modules without a plugin";
        String nothing = "a plugin that does nothing in ten modules";
        String one = "python-env in one module";
        Ways ways = new Ways(Preparation.workplace(projects), projects, Situation.UNCHANGED);

        Map<String, Times> times = Rounds.usually(15)
                .of(List.of(
                        ways.build(without, "reactor-empty", "BUILD SUCCESS", 1, "-o"),
                        ways.build(nothing, "reactor-nothing", "nothing:1:nothing", Modules.COUNT + 1, "-o"),
                        ways.pythonEnvUpToDate(ours, "reactor-python-env", Modules.COUNT),
                        ways.build(EMPTY, "empty", "BUILD SUCCESS", 1, "-o"),
                        ways.pythonEnvUpToDate(one, "python-env", 1)));

        REPORT.times(
                "Ten modules, up to date",
                "A reactor of ten modules and their parent, each module with an environment of its own, the plugin"
                        + " inherited from the parent.",
                times.values());
        double all = times.get(ours).median();
        double extra = all - times.get(without).median();
        double extraOfOne = times.get(one).median() - times.get(EMPTY).median();
        REPORT.target("ten modules, for each", "10 ms over no plugin", 10, extra / Modules.COUNT, "ms");
        REPORT.target(
                "ten modules, for each",
                "10 ms over a plugin that does nothing",
                10,
                (all - times.get(nothing).median()) / Modules.COUNT,
                "ms");
        REPORT.target(
                "ten modules, for each after the first",
                "10 ms over no plugin",
                10,
                (extra - extraOfOne) / (Modules.COUNT - 1),
                "ms");
    }

    @Test
    @Order(5)
    void unpacking(Projects projects) throws Exception {
        String ours = "python-env";
        String zip = "`unzip` (Info-ZIP)";
        Unpacking ways = new Unpacking(Preparation.workplace(projects), projects);
        List<Contender> contenders = new ArrayList<>(List.of(
                ways.ours(ours),
                ways.oursWithLayout("python-env, with what is made right afterwards"),
                ways.oursWithJvm("python-env, with the start of a JVM")));
        Optional<Path> unzip = onPath("unzip");
        unzip.ifPresent(program -> contenders.add(ways.unzip(zip, program)));

        Map<String, Times> times = Rounds.usually(11).of(contenders);

        REPORT.times(
                "Unpacking a runtime",
                "The archive of the runtime, in a JVM that has unpacked nothing before."
                        + (unzip.isPresent() ? "" : " There is no `unzip` on this machine to compare with."),
                times.values());
        if (unzip.isPresent()) {
            REPORT.target(
                    "unpacking",
                    "`unzip`",
                    times.get(zip).median(),
                    times.get(ours).median(),
                    "ms");
        }
    }

    @Test
    @Order(6)
    void twentyEnvironments(Projects projects) throws Exception {
        Workplace place = Preparation.workplace(projects);
        List<Path> folders = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            MavenProject project = place.project(projects, "python-env", "project-" + number);
            Outcome.of(
                    place.maven(project).with("-o").unobserved("validate"),
                    projects.folder().resolve("build.log"));
            folders.add(project.file(".venv"));
        }

        DiskUse one = DiskUse.of(folders.subList(0, 1));
        DiskUse twenty = DiskUse.of(folders);
        for (Path folder : folders) {
            ProcessBuilder python =
                    new ProcessBuilder(folder.resolve("bin/python").toString(), "-c", "import pandas");
            python.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
            Outcome.of(python, projects.folder().resolve("import.log"));
        }
        DiskUse oneUsed = DiskUse.of(folders.subList(0, 1));
        DiskUse twentyUsed = DiskUse.of(folders);

        REPORT.section("Twenty environments of the same packages", """
                Each file is counted once, however many links it has, in whole blocks. The bytecode that Python writes when
                modules are first imported is no longer shared.

                | MB | one | twenty | ratio |
                |---|--:|--:|--:|
                | as installed | %s |
                | after `import pandas` | %s |""".formatted(
                        compare(one, twenty), compare(oneUsed, twentyUsed)));
        REPORT.target("disk of twenty environments", "1.3 × one", 1.3 * one.megabytes(), twenty.megabytes(), "MB");
    }

    private static String compare(DiskUse one, DiskUse twenty) {
        return "%.1f | %.1f | %.2f"
                .formatted(one.megabytes(), twenty.megabytes(), twenty.megabytes() / one.megabytes());
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
