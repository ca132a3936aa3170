package io.github.pythonenv.packaging;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.TreeWriter;
import io.github.pythonenv.packages.EntryPoint;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.packages.SitePackages;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Gives the programs that packages declare the form that Windows starts: a launcher, the line that says what it starts,
 * and a zip that Python runs. The launchers are those that pip installs, taken from the pip of the runtime; the path of
 * the interpreter is relative to them. Source: distlib, {@code scripts.py} and the sources of its simple_launcher.
 */
final class WindowsPrograms {
    private static final String LINE = "#!<launcher_dir>\\..\\python.exe\r\n";

    private final Path launchers;
    private final String cpu;
    private final Path scratch;

    /**
     * @param runtimePackages {@code site-packages} of the runtime
     * @param platform such as {@code windows-aarch64}
     * @param scratch the folder for the programs
     */
    WindowsPrograms(Path runtimePackages, String platform, Path scratch) {
        this.launchers = runtimePackages.resolve(Path.of("pip", "_vendor", "distlib"));
        this.cpu = platform.endsWith("aarch64") ? "64-arm" : "64";
        this.scratch = scratch;
    }

    /** Puts a launcher in the place of each program of the packages. */
    void replaceIn(Map<String, TreeEntry> tree, SitePackages packages) throws IOException {
        for (InstalledPackage installed : packages.packages()) {
            List<EntryPoint> windowed = installed.windowedPrograms();
            for (EntryPoint declared : installed.programs()) {
                tree.remove(WindowsNames.program(declared.program()));
                String name = WindowsNames.program(declared.program() + ".exe");
                Path file = scratch.resolve(name);
                Files.createDirectories(file.resolveSibling(""));
                write(launcher(windowed.contains(declared) ? "w" : "t"), declared, file);
                tree.put(name, new TreeEntry.Content(Part.PACKAGES, file, true));
            }
        }
    }

    private Path launcher(String kind) {
        Path launcher = launchers.resolve(kind + cpu + ".exe");
        if (!Files.isRegularFile(launcher)) {
            throw new UserFailure(
                    "The pip of this Python for Windows has no launcher " + launcher.getFileName()
                            + ", so programs of packages cannot be packed.",
                    "Ask for another version of Python, or another source of it.");
        }
        return launcher;
    }

    private static void write(Path launcher, EntryPoint program, Path file) throws IOException {
        byte[] code = code(program).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Files.copy(launcher, out);
            out.write(LINE.getBytes(StandardCharsets.UTF_8));
            try (TreeWriter zip = TreeWriter.zip(out)) {
                // The first that a zip can say.
                long seconds = Instant.parse("1980-01-01T00:00:00Z").getEpochSecond();
                zip.file("__main__.py", 0644, seconds, code.length, new ByteArrayInputStream(code));
            }
        }
    }

    private static String code(EntryPoint program) {
        String[] target = program.target().split(":", 2);
        String called = target.length > 1 ? target[1] : "main";
        return """
            import sys
            from %s import %s
            if __name__ == "__main__":
                sys.argv[0] = sys.argv[0].removesuffix(".exe")
                sys.exit(%s())
            """.formatted(target[0], called.replaceFirst("[.].*", ""), called);
    }
}
