package io.github.pythonenv.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of a project as people and uv write them. */
record ProjectFiles(Path root) {

    ProjectFiles with(String name) throws IOException {
        return with(name, "");
    }

    ProjectFiles with(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** A uv project of its own with its lock. */
    ProjectFiles withUvProject() throws IOException {
        return with("pyproject.toml", """
                [project]
                name = "app"
                requires-python = ">=3.12"
                """).with("uv.lock", """
                version = 1
                revision = 3
                requires-python = ">=3.12"

                [[package]]
                name = "app"
                version = "0.1.0"
                source = { virtual = "." }
                """);
    }

    /** A uv workspace with the members a and lib/b, which ask for different versions of Python. */
    ProjectFiles withUvWorkspace() throws IOException {
        return with("pyproject.toml", """
                [tool.uv.workspace]
                members = ["a", "lib/*"]
                """)
                .with("uv.lock", """
                version = 1
                revision = 3
                requires-python = ">=3.12, <3.14"

                [[package]]
                name = "a"
                version = "0.1.0"
                source = { editable = "a" }

                [[package]]
                name = "b"
                version = "0.1.0"
                source = { virtual = "lib/b" }
                """)
                .with("a/pyproject.toml", """
                [project]
                name = "a"
                requires-python = ">=3.12"
                """)
                .with("lib/b/pyproject.toml", """
                [project]
                name = "b"
                requires-python = "<3.14"
                """);
    }
}
