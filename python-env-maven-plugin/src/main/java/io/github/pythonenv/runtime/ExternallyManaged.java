package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One installation serves many environments and is never changed: the mark that the packaging standard "externally
 * managed environments" defines makes pip and uv refuse to install into it. Environments made from it are not
 * concerned.
 */
final class ExternallyManaged implements LayoutFix {
    @Override
    public void apply(InstallationTree tree) throws IOException {
        Path library = tree.standardLibrary();
        if (Files.isDirectory(library)) {
            Files.writeString(library.resolve("EXTERNALLY-MANAGED"), """
                    [externally-managed]
                    Error=This Python is kept by python-env and shared by many builds, so nothing is installed into it.
                     Install into an environment: let python-env make one, or make one with: python -m venv .venv
                    """);
        }
    }
}
