package io.github.pythonenv.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Folders;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.Published;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ways to unpack the archive of a runtime. */
final class Unpacking {

    private final Workplace place;
    private final Path archive;
    private final String prefix;
    private final MavenProject program;
    private final Path classes;

    Unpacking(Workplace place, Projects projects) throws IOException {
        this.place = place;
        this.archive = archive(place.machine().localRepository().resolve("org/bytedeco/cpython"));
        String name = archive.getFileName().toString();
        this.prefix = "org/bytedeco/cpython/" + name.replaceAll("^cpython-[^-]+-[^-]+-(.+)\\.jar$", "$1") + "/";
        this.program = projects.copy("benchmark/unpack", "unpack");
        this.classes = Compiler.compile(
                program.file("UnpackProgram.java"), Published.jar().toString());
    }

    private static Path archive(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No archive in " + folder));
        }
    }

    /** Our classes in a fresh JVM; the time is that of the call, as its user, Maven, runs already. */
    Contender ours(String name) {
        return ours(name, List.of(), false);
    }

    /** The same with all that is made right after it. */
    Contender oursWithLayout(String name) {
        String version = archive.getFileName().toString().replaceAll("^cpython-([^-]+)-.*$", "$1");
        return ours(name, List.of(version), false);
    }

    /** Our classes; the time is that of the JVM, from its start to its end. */
    Contender oursWithJvm(String name) {
        return ours(name, List.of(), true);
    }

    private Contender ours(String name, List<String> version, boolean wholeProcess) {
        Path into = into(name);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Published.jar() + File.pathSeparator + classes,
                "io.github.pythonenv.runtime.UnpackProgram",
                archive.toString(),
                prefix,
                into.toString()));
        command.addAll(version);
        return new Contender(
                name,
                () -> Folders.gone(into),
                () -> {
                    Outcome outcome = Outcome.of(place.process(program, command), log(into));
                    return wholeProcess
                            ? outcome
                            : new Outcome(Long.parseLong(outcome.output().strip()), outcome.output());
                },
                outcome -> isWhole(into));
    }

    /** Info-ZIP's program. */
    Contender unzip(String name, Path unzip) {
        Path into = into(name);
        List<String> command = List.of(unzip.toString(), "-q", archive.toString(), prefix + "*", "-d", into.toString());
        return new Contender(
                name,
                () -> Folders.gone(into),
                () -> Outcome.of(place.process(program, command), log(into)),
                outcome -> isWhole(into.resolve(prefix)));
    }

    private Path into(String name) {
        return program.file("into-" + name.replaceAll("[^A-Za-z0-9]+", "-"));
    }

    private static Path log(Path into) {
        return into.resolveSibling(into.getFileName() + ".log");
    }

    private static void isWhole(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            assertThat(files.filter(Files::isRegularFile).count()).isGreaterThan(1000);
        }
    }
}
