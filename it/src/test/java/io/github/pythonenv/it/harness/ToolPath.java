package io.github.pythonenv.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder for PATH with what start scripts (Maven's, and those of packages) need, and with no Python and no uv. */
final class ToolPath {

    private static final List<String> TOOLS = List.of(
            "awk",
            "basename",
            "bash",
            "cat",
            "cp",
            "cut",
            "dash",
            "dirname",
            "env",
            "expr",
            "false",
            "find",
            "git",
            "grep",
            "head",
            "kill",
            "ln",
            "ls",
            "mkdir",
            "mv",
            "ps",
            "pwd",
            "readlink",
            "realpath",
            "rm",
            "sed",
            "sh",
            "sleep",
            "sort",
            "tail",
            "touch",
            "tr",
            "true",
            "uname",
            "wc",
            "which");

    private ToolPath() {}

    static synchronized Path get() {
        Path folder = Settings.target().resolve("tools");
        try {
            Files.createDirectories(folder);
            for (String tool : TOOLS) {
                Path link = folder.resolve(tool);
                if (!Files.exists(link)) {
                    link(link, tool);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void link(Path link, String tool) throws IOException {
        Path found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (found != null) {
            Files.createSymbolicLink(link, found);
        }
    }
}
