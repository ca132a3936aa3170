package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.RecordLine;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes an environment again of one that was packed: its interpreter, with the packages beside it, is a runtime in the
 * store, and what packages consist of is copied into a virtual environment on it. Copies, because a file that somebody
 * edits in the environment must not change in the store.
 *
 * @param runtime the unpacked archive
 * @param layout where the environment is made
 * @param variables of the interpreter, which is started to make it
 */
record PackedGeneration(Runtime runtime, VenvLayout layout, Processes processes, Map<String, String> variables) {

    /** Makes the virtual environment, without packages; with Python's own module {@code venv}, so that no uv is needed. */
    void create(String prompt) throws IOException {
        Completed made = processes.run(new Command(
                List.of(
                        runtime.executable().toString(),
                        "-I",
                        "-m",
                        "venv",
                        "--without-pip",
                        "--symlinks",
                        "--prompt",
                        prompt,
                        layout.directory().toString()),
                layout.directory(),
                variables,
                Duration.ofMinutes(1)));
        if (!made.succeeded()) {
            throw new UserFailure(
                    "The virtual environment could not be created: " + String.join(" ", made.err()),
                    "See that the archive has Python's module venv: packaging.exclude may have left it out.");
        }
        keepOnlyInterpreters();
        // How it was called, with the folder that it was made in, which is moved.
        List<String> lines = Files.readAllLines(layout.configuration()).stream()
                .filter(line -> !line.startsWith("command ="))
                .toList();
        Files.write(layout.configuration(), lines);
    }

    /** The scripts of its own by which shells enter it know the folder that it was made in. */
    private void keepOnlyInterpreters() throws IOException {
        try (DirectoryStream<Path> programs = Files.newDirectoryStream(layout.bin())) {
            for (Path program : programs) {
                if (!program.getFileName().toString().startsWith("python")) {
                    Files.delete(program);
                }
            }
        }
    }

    /** Copies the packages, and the project's code among them, into it. */
    void fill() throws IOException {
        String series = runtime.version().series();
        Path from = SitePackages.of(new VenvLayout(runtime.home(), layout.windows()), series)
                .folder();
        Path to = layout.sitePackages(series);
        Trees.copy(from, to);
        try (DirectoryStream<Path> records = Files.newDirectoryStream(from, "*.dist-info")) {
            for (Path metadata : records) {
                copyOutside(metadata.resolve("RECORD"), from, to);
            }
        }
    }

    /** Programs and data of packages lie beside site-packages, among those of the interpreter. */
    private void copyOutside(Path record, Path from, Path to) throws IOException {
        if (!Files.isRegularFile(record)) {
            return;
        }
        for (String line : Files.readAllLines(record)) {
            String file = RecordLine.of(line).file();
            if (file.startsWith("../")) {
                Path target = to.resolve(file).normalize();
                if (!target.startsWith(layout.directory())) {
                    throw new UserFailure(
                            "The packed environment says in " + runtime.home().relativize(record) + " that " + file
                                    + " belongs to it, which is outside of it.",
                            "Find out who made that archive: mvn python-env:package never writes such a line.");
                }
                Trees.copy(from.resolve(file).normalize(), target);
            }
        }
    }
}
