package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Projects as Poetry and Pipenv lock them, with packages that {@link SmallIndex} serves. The digests of the definitions
 * are those that Poetry 1.8.5 and 2.5.1 and pipenv 2026.6 make of these texts.
 */
final class ForeignLocks {

    static final SmallWheel BASE = SmallWheel.of("base", "1.0");
    static final SmallWheel FAST = SmallWheel.of("fast", "1.0");
    static final SmallWheel APP = SmallWheel.of("app", "1.0", "base", "fast ; extra == 'fast'");
    static final SmallWheel MORE = SmallWheel.of("more", "2.0");
    static final SmallWheel OTHER = SmallWheel.of("other", "1.0");
    static final SmallWheel DOC = SmallWheel.of("doc", "1.0");
    static final SmallWheel[] ALL = {BASE, FAST, APP, MORE, OTHER, DOC};

    static final String POETRY_1_PROJECT = """
            [tool.poetry]
            name = "shop"
            version = "0.1.0"
            description = "Läden"
            authors = []
            package-mode = false

            [tool.poetry.dependencies]
            python = "^3.11"
            app = {version = "^1", extras = ["fast"]}
            old = {version = "*", python = "<3"}
            win = {version = "*", markers = "sys_platform == 'win32'"}
            more = {version = "^2", optional = true}

            [tool.poetry.extras]
            cli = ["more"]

            [tool.poetry.group.dev.dependencies]
            other = "^1.0"

            [tool.poetry.group.docs]
            optional = true

            [tool.poetry.group.docs.dependencies]
            doc = "1.0"
            """;

    static final String POETRY_2_PROJECT = """
            [project]
            name = "shop"
            version = "0.1.0"
            requires-python = ">=3.11"
            dependencies = ["app[fast] (>=1,<2)", "win ; sys_platform == 'win32'"]

            [project.optional-dependencies]
            cli = ["more (>=2)"]

            [dependency-groups]
            dev = ["other>=1"]

            [tool.poetry]
            package-mode = false

            [tool.poetry.group.docs]
            optional = true

            [tool.poetry.group.docs.dependencies]
            doc = "^1.0"
            """;

    static final String PIPFILE = """
            [[source]]
            url = "https://index.example/simple"
            verify_ssl = true
            name = "main"

            [packages]
            app = {version = "*", extras = ["fast"]}
            win = {version = "*", markers = "sys_platform == 'win32'"}

            [dev-packages]
            other = "==1.0"

            [docs]
            doc = "*"

            [requires]
            python_version = "3.14"
            """;

    private static final String NOWHERE = "0".repeat(64);

    private ForeignLocks() {}

    /** A project with a lock of the form 2.0, as Poetry 1.3 to 1.8 write it. */
    static PoetryLock poetry1(Path folder) throws IOException {
        Files.writeString(folder.resolve("pyproject.toml"), POETRY_1_PROJECT);
        String lock = entry("app", APP.sha256(), """

                        [package.dependencies]
                        base = "*"
                        fast = {version = "*", optional = true, markers = "extra == \\"fast\\""}

                        [package.extras]
                        fast = ["fast"]
                        """)
                + entry("base", BASE.sha256(), "")
                + entry("doc", DOC.sha256(), "")
                + entry("fast", FAST.sha256(), "")
                + entry("more", MORE.sha256(), "").replace("1.0", "2.0")
                + entry("old", NOWHERE, "")
                + entry("other", OTHER.sha256(), "")
                + entry("win", NOWHERE, "")
                + """
                [extras]
                cli = ["more"]

                [metadata]
                lock-version = "2.0"
                python-versions = "^3.11"
                content-hash = "0d0121bbf29661e0d1eef7efd9c822052ed06cc7e26e0622676f35705ac64a0d"
                """;
        Files.writeString(folder.resolve("poetry.lock"), lock);
        return new PoetryLock(folder, List.of(), List.of(), true, true);
    }

    /** A project with a lock of the form 2.1, as Poetry 2 writes it. */
    static PoetryLock poetry2(Path folder) throws IOException {
        Files.writeString(folder.resolve("pyproject.toml"), POETRY_2_PROJECT);
        String lock = entry("app", APP.sha256(), "groups = [\"main\"]")
                + entry("base", BASE.sha256(), "groups = [\"main\"]")
                + entry("doc", DOC.sha256(), "groups = [\"docs\"]")
                + entry("fast", FAST.sha256(), "groups = [\"main\"]")
                + entry("more", MORE.sha256(), "groups = [\"main\"]\nmarkers = \"extra == \\\"cli\\\"\"")
                        .replace("1.0", "2.0")
                + entry("other", OTHER.sha256(), "groups = [\"dev\"]")
                + entry("win", NOWHERE, "groups = [\"main\"]\nmarkers = \"sys_platform == \\\"win32\\\"\"")
                + """
                [extras]
                cli = ["more"]

                [metadata]
                lock-version = "2.1"
                python-versions = ">=3.11"
                content-hash = "f7a4214b482d729cdfe06cb48e82b64b34ebefd26493df7cc792c70e38213f29"
                """;
        Files.writeString(folder.resolve("poetry.lock"), lock);
        return new PoetryLock(folder, List.of(), List.of(), true, true);
    }

    private static String entry(String name, String sha256, String more) {
        return """
                [[package]]
                name = "%s"
                version = "1.0"
                description = ""
                optional = false
                python-versions = "*"
                files = [
                    {file = "%s.whl", hash = "sha256:%s"},
                ]
                %s

                """.formatted(name, name, sha256, more);
    }

    /** A project with a lock of Pipenv, as it writes it on Linux: what only Windows needs has no version. */
    static PipfileLock pipenv(Path folder) throws IOException {
        Files.writeString(folder.resolve("Pipfile"), PIPFILE);
        String lock = """
                {
                    "_meta": {
                        "hash": {"sha256": "4602cdabcf153208431a458f0de3674c78b35107c15fa13b0fafd995bb70a827"},
                        "pipfile-spec": 6,
                        "requires": {"python_version": "3.14"},
                        "sources": [{"name": "main", "url": "https://index.example/simple", "verify_ssl": true}]
                    },
                    "default": {
                        "app": {"extras": ["fast"], "hashes": ["sha256:%s"], "index": "main", "version": "==1.0"},
                        "base": {"hashes": ["sha256:%s"], "markers": "python_version >= '3.9'", "version": "==1.0"},
                        "fast": {"hashes": ["sha256:%s"], "version": "==1.0"},
                        "win": {"markers": "sys_platform == 'win32'", "version": "*"}
                    },
                    "develop": {"other": {"hashes": ["sha256:%s"], "version": "==1.0"}},
                    "docs": {"doc": {"hashes": ["sha256:%s"], "version": "==1.0"}}
                }
                """.formatted(APP.sha256(), BASE.sha256(), FAST.sha256(), OTHER.sha256(), DOC.sha256());
        Files.writeString(folder.resolve("Pipfile.lock"), lock);
        return new PipfileLock(folder.resolve("Pipfile.lock"), List.of());
    }
}
