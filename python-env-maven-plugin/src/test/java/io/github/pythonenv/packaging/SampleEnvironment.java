package io.github.pythonenv.packaging;

import io.github.pythonenv.runtime.ProvidedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A small virtual environment with one package and its program. */
final class SampleEnvironment {
    private SampleEnvironment() {}

    /** What uv makes, as far as it counts here. */
    static Path in(ProvidedRuntime provided, Path environment) throws IOException {
        Path packages = sitePackages(provided, environment);
        Path metadata = packages.resolve("greeting-1.0.dist-info");
        Files.createDirectories(packages.resolve("greeting/tests"));
        Files.createDirectories(metadata);
        Files.createDirectories(environment.resolve("bin"));
        Files.writeString(
                environment.resolve("pyvenv.cfg"),
                "home = " + provided.runtime().home() + "/bin\n");
        Files.writeString(environment.resolve("bin/activate"), "VIRTUAL_ENV=" + environment + "\n");
        Files.createSymbolicLink(
                environment.resolve("bin/python"), provided.runtime().executable());
        Files.writeString(
                packages.resolve("greeting/__init__.py"),
                "import sys\n\n\ndef main():\n    print('hello from', sys.prefix)\n");
        Files.writeString(packages.resolve("greeting/tests/test_greeting.py"), "import greeting\n");
        Files.writeString(metadata.resolve("RECORD"), """
            greeting/__init__.py,,
            greeting/tests/test_greeting.py,,
            ../../../bin/greet,,
            greeting-1.0.dist-info/direct_url.json,,
            greeting-1.0.dist-info/RECORD,,
            """);
        Files.writeString(
                metadata.resolve("direct_url.json"), "{\"url\": \"file://" + environment + "\", \"dir_info\": {}}");
        Path script = Files.writeString(environment.resolve("bin/greet"), """
            #!/bin/sh
            '''exec' "$(dirname -- "$(realpath -- "$0")")"/'python' "$0" "$@"
            ' '''
            import greeting
            greeting.main()
            """);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        return environment;
    }

    static Path sitePackages(ProvidedRuntime provided, Path environment) {
        return environment.resolve("lib/python" + provided.runtime().version().series() + "/site-packages");
    }
}
