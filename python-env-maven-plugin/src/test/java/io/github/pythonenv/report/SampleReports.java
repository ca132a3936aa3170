package io.github.pythonenv.report;

import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.ChildUse;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.metrics.RunRecord.Outcome;
import io.github.pythonenv.metrics.StageTime;
import io.github.pythonenv.packages.DependencyGraph;
import io.github.pythonenv.packages.DependencyGraph.Need;
import io.github.pythonenv.packages.DependencyGraph.Node;
import io.github.pythonenv.validation.BenchmarkReport;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.CheckResult;
import io.github.pythonenv.validation.Comparison;
import io.github.pythonenv.validation.Evidence;
import io.github.pythonenv.validation.Figure;
import io.github.pythonenv.validation.SuiteReport;
import io.github.pythonenv.validation.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Reports as they could be, made up. */
final class SampleReports {

    /** What a package could say of itself to get at the reader of a report. */
    static final String HOSTILE =
            "</script><script>throw new Error('ran')</script><img src=x onerror=\"throw 1\"> <!-- & \\\" '";

    /** The same, where a line begins. */
    static final String EMPHATIC = "**Over budget:** [a link](javascript:1) <img src=x onerror=1>";

    private static final Instant DAY = Instant.parse("2026-03-01T08:00:00.123456789Z");
    private static final Path FOLDER = Path.of("/work/load-profile/.venv");

    private SampleReports() {}

    /** A small environment, with one of everything. */
    static Report small() {
        return report(suite("default", smallPackages()));
    }

    /** One with nothing in it, of which nothing was checked, and nothing is known. */
    static Report empty() {
        SuiteReport suite = new SuiteReport(
                "docs",
                FOLDER,
                "3.14.3",
                "linux-x86_64",
                DAY,
                0,
                List.of(),
                new DependencyGraph(List.of()),
                List.of(),
                Map.of());
        return new Report("1.0", "bare", DAY, suite, List.of(), Budgets.NONE, Optional.empty());
    }

    /** One with many packages: of a hundred, nine are asked for, and two or three stand there for no reason that is known. */
    static Report large(int count) {
        return report(suite("big", manyPackages(count)));
    }

    private static Report report(SuiteReport suite) {
        Budgets budgets = new Budgets(
                Map.of(Measure.INSTALL_SECONDS, 6.0, Measure.ENVIRONMENT_MEGABYTES, 60.0), Optional.of(2.0), false);
        return new Report(
                "1.0",
                "load-profile",
                DAY.plus(Duration.ofDays(40)),
                suite,
                runs(suite.environment()),
                budgets,
                Optional.of(new WrittenBenchmark(new JsonMapper().valueToTree(BenchmarkData.of(benchmark())))));
    }

    /** What a benchmark of it could have measured. */
    static BenchmarkReport benchmark() {
        return new BenchmarkReport(
                "default",
                FOLDER,
                "3.14.3",
                "linux-x86_64",
                DAY,
                5,
                List.of(
                        new Comparison(
                                "Start of the interpreter",
                                new Figure("start", 21.4, "ms"),
                                Optional.of(new Figure("start", 21.6, "ms"))),
                        new Comparison(
                                "Matrix product of numpy",
                                new Figure("matmul", 4.1e10, "flop/s"),
                                Optional.of(new Figure("matmul", 8.2e10, "flop/s"))),
                        new Comparison(
                                "Memory that is kept", new Figure("memory.retained", 0, "bytes"), Optional.empty())),
                List.of(new Evidence("GPU", HOSTILE)),
                Map.of("OMP_NUM_THREADS", "4"));
    }

    private static List<Node> smallPackages() {
        return List.of(
                node("certifi", 300_000, List.of()),
                node("numpy", 24_700_000, List.of("requirements.txt:2")),
                node(
                        "pandas",
                        32_400_000,
                        List.of("requirements.txt:1"),
                        need("numpy", ">=1.26.0"),
                        need("python-dateutil", ">=2.8.2"),
                        new Need("pytz", ">=2020.1", "", true),
                        new Need("pyarrow", ">=10.0.1", "feather", false)),
                node("python-dateutil", 900_000, List.of(), need("six", ">=1.5")),
                node("pytz", 1_000_000, List.of()),
                node(
                        "requests",
                        250_000,
                        List.of("requirements.txt:3"),
                        need("certifi", ">=2017.4.17"),
                        need("urllib3", "<3,>=1.21.1")),
                new Node("six", "1.17.0", HOSTILE, "MIT", 70_000, 6, false, List.of(), List.of()),
                node("urllib3", 480_000, List.of()));
    }

    private static Need need(String name, String specifier) {
        return new Need(name, specifier, "", true);
    }

    private static Node node(String name, long bytes, List<String> askedBy, Need... needs) {
        boolean direct = !askedBy.isEmpty();
        return new Node(
                name,
                "2.3." + name.length(),
                "What " + name + " is for",
                "BSD-3-Clause",
                bytes,
                (int) (bytes / 9000) + 3,
                direct,
                askedBy,
                List.of(needs));
    }

    private static List<Node> manyPackages(int count) {
        Random random = new Random(7);
        String[] first = {"data", "torch", "py", "google-cloud", "async", "azure", "sphinx", "jupyter", "ml", "open"};
        String[] second = {"core", "client", "utils", "api", "loader", "metrics", "proto", "cache", "schema", "lite"};
        List<String> names = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int round = number / 100;
            names.add(first[number % 10] + "-" + second[number / 10 % 10] + (round == 0 ? "" : "-" + round));
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            // Each needs some that come later: a graph without a circle.
            Map<String, Need> needs = new LinkedHashMap<>();
            int wanted = number > count * 3 / 4 ? 0 : random.nextInt(6);
            for (int need = 0; need < wanted; need++) {
                int other = number + 1 + random.nextInt(Math.min(count - number - 1, 90));
                needs.put(names.get(other), new Need(names.get(other), ">=" + random.nextInt(9), "", true));
            }
            boolean direct = number % 8 == 0 && number < count * 3 / 4;
            long bytes = (long) Math.exp(9 + random.nextDouble() * 8.5);
            nodes.put(
                    names.get(number),
                    new Node(
                            names.get(number),
                            random.nextInt(9) + "." + random.nextInt(20) + "." + random.nextInt(9),
                            "The " + names.get(number).replace('-', ' ')
                                    + " of something that many projects have need of",
                            random.nextBoolean() ? "MIT" : "Apache-2.0",
                            bytes,
                            (int) (bytes / 9000) + 3,
                            direct,
                            direct && number % 40 != 0 ? List.of("requirements.txt:" + (number / 8 + 1)) : List.of(),
                            List.copyOf(needs.values())));
        }
        return nodes.values().stream().sorted(Comparator.comparing(Node::name)).toList();
    }

    private static List<RunRecord> runs(String environment) {
        Random random = new Random(3);
        List<RunRecord> runs = new ArrayList<>();
        for (int day = 0; day < 24; day++) {
            boolean failed = day == 9;
            boolean cold = day == 0 || day == 14;
            long install = Math.round((cold ? 9000 : 2200) * (0.8 + random.nextDouble() * 0.5) + day * 60);
            List<StageTime> stages = new ArrayList<>(List.of(new StageTime("CheckingRuntime", 40, 0)));
            if (cold) {
                stages.add(new StageTime("ProvisioningPython", 3100, 34_000_000));
            }
            stages.add(new StageTime("CreatingVirtualEnv", 700 + random.nextInt(300), 0));
            if (!failed) {
                stages.add(new StageTime("InstallingPackages", install, 0));
                stages.add(new StageTime("Verifying", 300 + random.nextInt(200), 0));
            }
            long all = stages.stream().mapToLong(StageTime::milliseconds).sum();
            runs.add(new RunRecord(
                    DAY.plus(Duration.ofHours(day * 37L)),
                    environment,
                    "ensure",
                    failed ? Outcome.FAILED : Outcome.BUILT,
                    all,
                    "3.14.3",
                    failed ? 0 : 8,
                    cold ? 8 : day % 3,
                    stages,
                    new ChildUse(6, all / 2, 90_000_000 + random.nextInt(30_000_000)),
                    failed
                            ? Map.of(Measure.TOTAL_SECONDS, all / 1e3)
                            : Map.of(
                                    Measure.TOTAL_SECONDS,
                                    all / 1e3,
                                    Measure.INSTALL_SECONDS,
                                    install / 1e3,
                                    Measure.ENVIRONMENT_MEGABYTES,
                                    52 + day * 0.4,
                                    Measure.PEAK_MEMORY_MEGABYTES,
                                    90.0 + day)));
        }
        return runs;
    }

    private static SuiteReport suite(String environment, List<Node> packages) {
        List<CheckResult> results = List.of(
                check(
                        "version",
                        Category.PYTHON,
                        "Version and build are as pinned",
                        new Verdict.Passed(),
                        new Evidence("interpreter", FOLDER.resolve("bin/python").toString()),
                        new Evidence("says", "3.14.3 (main, Mar  1 2026) [Clang 21.1.4]")),
                check(
                        "modules",
                        Category.PYTHON,
                        "The standard library's extension modules can be imported",
                        new Verdict.Warning(
                                EMPHATIC + " cannot be imported: it is no part of this distribution.",
                                "Nothing, unless a program opens windows; else take <source>standalone</source>."),
                        new Evidence("imported", "58 of 59")),
                check("isolation", Category.ENVIRONMENT, "Nothing leaks in from outside", new Verdict.Passed()),
                check(
                        "record",
                        Category.DEPENDENCIES,
                        "Files are as RECORD says",
                        new Verdict.Failed(
                                "numpy/__init__.py was altered, and pandas/_libs/lib.so is missing.",
                                "Run mvn python-env:ensure -Dpython-env.force, which builds the environment anew."),
                        new Evidence("altered", "numpy/__init__.py"),
                        new Evidence("missing", "pandas/_libs/lib.so"),
                        new Evidence("summary of six", HOSTILE)),
                check("imports", Category.DEPENDENCIES, "Top-level modules can be imported", new Verdict.Passed()),
                new CheckResult(
                        "start",
                        Category.PERFORMANCE,
                        "The interpreter starts quickly",
                        new Verdict.Passed(),
                        List.of(),
                        List.of(new Figure("start", 18.4, "ms"), new Figure("import.numpy", 132, "ms")),
                        900),
                check(
                        "gpu",
                        Category.PERFORMANCE,
                        "The GPU computes",
                        new Verdict.Skipped("This machine has no GPU.")));
        return new SuiteReport(
                environment,
                FOLDER,
                "3.14.3",
                "linux-x86_64",
                DAY.plus(Duration.ofDays(40)),
                4200,
                results,
                new DependencyGraph(packages),
                List.of(
                        new Evidence("runtime", "cpython-3.14.3-linux-x86_64-standalone-18e09f342f1d"),
                        new Evidence("uv", "0.13.8"),
                        new Evidence("generation", "24"),
                        new Evidence(
                                "fingerprint", "9f2c6a0e5b7d4c3f8e1a2b4d6c8e0f1a3b5c7d9e1f2a4b6c8d0e2f4a6b8c0d2e")),
                Map.of("OMP_NUM_THREADS", "4", "MALLOC_TRIM_THRESHOLD_", "131072"));
    }

    private static CheckResult check(
            String id, Category category, String title, Verdict verdict, Evidence... evidence) {
        return new CheckResult(id, category, title, verdict, List.of(evidence), List.of(), 120);
    }
}
