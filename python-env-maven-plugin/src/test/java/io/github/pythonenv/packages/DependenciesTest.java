package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pythonenv.packages.DependencyGraph.Need;
import io.github.pythonenv.packages.DependencyGraph.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependenciesTest {

    private static final MarkerEnvironment LINUX = MarkerEnvironment.of("3.14.3", "linux-x86_64", "6.1");

    @TempDir
    Path folder;

    private Path sitePackages;

    @BeforeEach
    void emptyEnvironment() throws IOException {
        sitePackages = Files.createDirectories(folder.resolve("lib/python3.14/site-packages"));
    }

    @Test
    void whatIsAskedForAndWhatThatNeeds() throws IOException {
        installed(
                "pandas",
                "2.3.0",
                "Requires-Dist: numpy>=1.26.0; python_version >= \"3.12\"",
                "Requires-Dist: numpy>=1.22.4; python_version < \"3.11\"",
                "Requires-Dist: python-dateutil>=2.8.2",
                "Requires-Dist: openpyxl>=3.1; extra == \"excel\"",
                "Requires-Dist: tzdata; sys_platform == \"win32\"");
        installed("numpy", "2.1.0");
        installed("python_dateutil", "2.9.0", "Requires-Dist: six (>=1.5)");
        installed("six", "1.16.0");
        installed("openpyxl", "3.1.2");
        Path more = write("more/requirements.txt", "six\n");
        Path file = write(
                "requirements.txt", "# what we need\n-r " + more + "\n\nPandas[Excel] >= 2 ; python_version > '3'\n");

        Requirements requirements = new Requirements(folder, List.of(file), List.of(), List.of());
        Pylock lock = new Pylock(folder.resolve("pylock.toml"), List.of(), List.of());

        DependencyGraph graph = read(requirements);

        // A lock of them does not say what was asked for; they do.
        assertThat(read(new LockedInputs(requirements, lock))).isEqualTo(graph);
        assertThat(graph.packages())
                .extracting(Node::name, Node::direct)
                .containsExactly(
                        tuple("numpy", false),
                        tuple("openpyxl", false),
                        tuple("pandas", true),
                        tuple("python-dateutil", false),
                        tuple("six", true));
        assertThat(node(graph, "pandas").askedBy()).containsExactly("requirements.txt:4");
        assertThat(node(graph, "six").askedBy()).containsExactly("more/requirements.txt:1");
        assertThat(node(graph, "pandas").requires())
                .containsExactly(
                        new Need("numpy", ">=1.26.0", "", true),
                        new Need("python-dateutil", ">=2.8.2", "", true),
                        new Need("openpyxl", ">=3.1", "excel", true));
        assertThat(graph.requiredBy()).containsEntry("six", Set.of("python-dateutil"));
    }

    @Test
    void extrasBringExtras() throws IOException {
        installed("service", "1", "Requires-Dist: server[fast,tls]");
        installed(
                "server",
                "1",
                "Requires-Dist: server[tls]; extra == 'all'",
                "Requires-Dist: loop; extra == 'fast'",
                "Requires-Dist: cryptography; extra == 'tls'",
                "Requires-Dist: docs; extra == 'docs'");
        installed("loop", "1");
        installed("cryptography", "1");
        installed("docs", "1");

        DependencyGraph graph = read(new Requirements(folder, List.of(), List.of("service"), List.of()));

        assertThat(node(graph, "server").requires())
                .extracting(Need::name, Need::extra)
                .containsExactly(tuple("loop", "fast"), tuple("cryptography", "tls"));
        // Nothing asks for it, and nothing that is here needs it.
        assertThat(node(graph, "docs").unexplained()).isTrue();
        assertThat(node(graph, "docs").asked()).isFalse();
        assertThat(node(graph, "service").asked()).isTrue();
        assertThat(node(graph, "loop").unexplained()).isFalse();
    }

    @Test
    void inputsThatNameEverythingAreTheOutcomeOfAResolution() throws IOException {
        installed("flask", "3", "Requires-Dist: click");
        installed("click", "8");
        Path file = write("requirements.txt", "flask==3 --hash=sha256:00\nclick==8 --hash=sha256:11\n");

        DependencyGraph graph = read(new Requirements(folder, List.of(file), List.of(), List.of()));

        assertThat(graph.packages())
                .extracting(Node::name, Node::direct)
                .containsExactly(tuple("click", false), tuple("flask", true));
        assertThat(node(graph, "click").askedBy()).containsExactly("requirements.txt:2");
    }

    @Test
    void aLockOfUvSaysWhatItsProjectsAskFor() throws IOException {
        installed("greeter", "1", "Requires-Dist: slugify");
        installed("slugify", "8", "Requires-Dist: text-unidecode");
        installed("text_unidecode", "1");
        installed("pytest", "8");
        installed("rich", "13");
        write("pyproject.toml", "[project]\nname = \"greeter\"\n");
        write("uv.lock", """
                version = 1

                [[package]]
                name = "greeter"
                version = "0.1.0"
                source = { editable = "." }
                dependencies = [
                    { name = "slugify", marker = "python_version >= '3'" },
                ]

                [package.optional-dependencies]
                pretty = [
                    { name = "rich", extra = ["jupyter"] },
                ]

                [package.dev-dependencies]
                dev = [
                    { name = "pytest" },
                ]
                docs = [
                    { name = "text-unidecode" },
                ]
                """);

        DependencyGraph graph = read(new UvLock(folder, folder, List.of("pretty"), List.of(), true, true));

        assertThat(graph.packages())
                .extracting(Node::name, Node::askedBy)
                .containsExactly(
                        tuple("greeter", List.of("the project itself")),
                        tuple("pytest", List.of("pyproject.toml, group dev")),
                        tuple("rich", List.of("pyproject.toml, extra pretty")),
                        tuple("slugify", List.of("pyproject.toml")),
                        tuple("text-unidecode", List.of()));
        assertThat(node(graph, "text-unidecode").direct()).isFalse();
    }

    @Test
    void aProjectSaysWhatItAsksFor() throws IOException {
        installed("httpx", "1", "Requires-Dist: h2; extra == 'http2'", "Requires-Dist: idna");
        installed("h2", "4");
        installed("idna", "3");
        installed("rich", "13");
        installed("pytest", "8");
        installed("ruff", "1");
        write("pyproject.toml", """
                [project]
                name = "shop"
                dependencies = ["httpx[http2]>=0.2", "idna; sys_platform == 'win32'"]
                [project.optional-dependencies]
                All = ["shop[pretty]"]
                pretty = ["rich"]
                other = ["idna"]
                [dependency-groups]
                dev = [{include-group = "test"}, "ruff"]
                test = ["pytest", {include-group = "dev"}]
                """);
        Pyproject project = new Pyproject(folder, List.of("all"), List.of("dev"), true, List.of());
        Pylock lock = new Pylock(folder.resolve("pylock.toml"), List.of(), List.of());

        DependencyGraph graph = read(project);

        assertThat(graph.packages())
                .extracting(Node::name, Node::askedBy)
                .containsExactly(
                        tuple("h2", List.of()),
                        tuple("httpx", List.of("pyproject.toml")),
                        tuple("idna", List.of()),
                        tuple("pytest", List.of("pyproject.toml, group test")),
                        tuple("rich", List.of("pyproject.toml, extra pretty")),
                        tuple("ruff", List.of("pyproject.toml, group dev")));
        assertThat(graph.packages()).noneMatch(Node::unexplained);
        assertThat(read(new LockedInputs(project, lock))).isEqualTo(graph);
    }

    @Test
    void projectsOfPoetryAndPipenvDoToo() throws IOException {
        installed("flask", "3", "Requires-Dist: asgiref; extra == 'async'");
        installed("asgiref", "3");
        installed("pytest", "8");
        write("pyproject.toml", """
                [tool.poetry.dependencies]
                python = "^3.12"
                Flask = {version = "^3", extras = ["async"]}
                [tool.poetry.group.dev.dependencies]
                pytest = "*"
                """);
        write("Pipfile", """
                [packages]
                Flask = {version = "*", extras = ["async"]}
                [dev-packages]
                pytest = "*"
                """);

        DependencyGraph poetry = read(new PoetryLock(folder, List.of(), List.of(), true, true));
        DependencyGraph pipenv = read(new PipfileLock(folder.resolve("Pipfile.lock"), List.of("dev")));

        assertThat(poetry.packages())
                .extracting(Node::name, Node::askedBy)
                .containsExactly(
                        tuple("asgiref", List.of()),
                        tuple("flask", List.of("pyproject.toml")),
                        tuple("pytest", List.of("pyproject.toml, group dev")));
        assertThat(pipenv.packages())
                .extracting(Node::name, Node::askedBy)
                .containsExactly(
                        tuple("asgiref", List.of()),
                        tuple("flask", List.of("Pipfile, packages")),
                        tuple("pytest", List.of("Pipfile, dev-packages")));
        assertThat(poetry.packages()).noneMatch(Node::unexplained);
        assertThat(read(new PipfileLock(folder.resolve("elsewhere/Pipfile.lock"), List.of()))
                        .packages())
                .noneMatch(Node::asked);
    }

    @Test
    void archivesFoldersAndRepositoriesHaveNames() throws IOException {
        installed("from_url", "1");
        installed("from_git", "1");
        installed("from_folder", "1");
        installed("named", "1");
        write("project/pyproject.toml", "[project]\nname = \"from.folder\"\n");
        Path file = write("requirements.txt", """
                https://files.example/packages/from_url-1.0-py3-none-any.whl#sha256=00
                git+https://git.example/x@main#subdirectory=a&egg=from-git
                -e ./project
                named @ https://me:secret@files.example/named-1.0.tar.gz
                """);

        DependencyGraph graph = read(new Requirements(folder, List.of(file), List.of(), List.of()));

        assertThat(graph.packages()).extracting(Node::askedBy).allMatch(asked -> asked.size() == 1);
    }

    @Test
    void whatAPackageSaysOfItself() throws IOException {
        installed(
                "thing",
                "1.0",
                "Summary: A thing;",
                " that goes on",
                "License: MIT License",
                "        and its text",
                "Classifier: License :: OSI Approved :: MIT License",
                "Requires-Dist: elsewhere @ https://u:p@h.example/e.zip");
        Files.writeString(
                sitePackages.resolve("thing-1.0.dist-info/RECORD"),
                "thing/__init__.py,sha256=x,1000\n\"thing/a,b.py\",sha256=y,24\nthing-1.0.dist-info/RECORD,,\n");

        DependencyGraph graph = read(new NoPackages());

        assertThat(graph.packages())
                .containsExactly(new Node(
                        "thing",
                        "1.0",
                        "A thing;",
                        "MIT License",
                        1024,
                        3,
                        true,
                        List.of(),
                        List.of(new Need("elsewhere", "@ https://***@h.example/e.zip", "", false))));
        assertThat(graph.bytes()).isEqualTo(1024);
    }

    @Test
    void brokenMetadataIsNoReasonToFail() throws IOException {
        Files.createDirectories(sitePackages.resolve("bare-1.dist-info"));
        Files.write(
                Files.createDirectories(sitePackages.resolve("odd-1.dist-info")).resolve("METADATA"),
                new byte[] {(byte) 0xff, ':', ' ', 'x', '\n', 'R', 'e', 'q', '\n'});

        assertThat(read(new NoPackages()).packages()).extracting(Node::name).containsExactly("bare", "odd");
    }

    private DependencyGraph read(PackageInputs inputs) {
        return Dependencies.read(new SitePackages(sitePackages, folder.resolve("bin")), inputs, LINUX);
    }

    private static Node node(DependencyGraph graph, String name) {
        return graph.packages().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void installed(String name, String version, String... headers) throws IOException {
        Path info = Files.createDirectories(sitePackages.resolve(name + "-" + version + ".dist-info"));
        Files.writeString(
                info.resolve("METADATA"),
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n" + String.join("\n", headers)
                        + "\n\nRequires-Dist: not-a-header\n");
        Files.writeString(info.resolve("RECORD"), "");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }
}
