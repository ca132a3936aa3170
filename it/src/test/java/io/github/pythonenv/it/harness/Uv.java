package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The uv and the Python that the plugin keeps in the shared store, for tests that make their own locks. */
public final class Uv {

    private static @Nullable Uv fetched;

    private final Path executable;
    private final Venv venv;

    private Uv(Path executable, Venv venv) {
        this.executable = executable;
        this.venv = venv;
    }

    /** Lets the plugin fetch them, once for all tests. */
    public static synchronized Uv get() {
        if (fetched == null) {
            MavenProject project = new Projects(Settings.target().resolve("it/uv")).copy("packages");
            project.maven().run("validate").succeeds();
            fetched = new Uv(inStore(Machine.shared().store()), project.venv());
        }
        return fetched;
    }

    /** The version of it. */
    public String version() {
        return executable.getParent().getFileName().toString().replaceFirst("uv-([^-]+)-.*", "$1");
    }

    /** Writes {@code uv.lock} for the project. */
    public void lock(MavenProject project) {
        run(project, "lock");
    }

    /** Writes {@code pylock.toml} for what a file of the project asks for. */
    public void pylock(MavenProject project, String requirements) {
        run(project, "pip", "compile", "--quiet", "--universal", "--output-file", "pylock.toml", requirements);
    }

    /** Fetches wheels from the index of the machine, with what they depend on, by the runtime's own pip. */
    public Path wheels(Path folder, String... requirements) {
        String python = venv.python("import sys; print(sys._base_executable)");
        List<String> command = new ArrayList<>(List.of(
                python,
                "-I",
                "-m",
                "pip",
                "download",
                "--quiet",
                "--only-binary",
                ":all:",
                "--dest",
                folder.toString()));
        command.addAll(List.of(requirements));
        Programs.run(folder.getParent(), command);
        return folder;
    }

    /** Runs it in the project's folder. */
    public String run(MavenProject project, String... arguments) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "--no-python-downloads", "--python", venv.program("python").toString()));
        return Programs.run(project.folder(), command);
    }

    /** The one that the plugin keeps in that store. */
    public static Path inStore(Path store) {
        try (Stream<Path> files = Files.walk(store.resolve("tools"))) {
            return files.filter(file -> file.getFileName().toString().matches("uv(\\.exe)?"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No uv in " + store));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
