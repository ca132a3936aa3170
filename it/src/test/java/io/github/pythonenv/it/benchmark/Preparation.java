package io.github.pythonenv.it.benchmark;

import io.github.pythonenv.it.harness.Folders;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.Settings;
import io.github.pythonenv.it.harness.Uv;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fetches once, before anything is measured, all that builds without network need. */
final class Preparation {

    private static @Nullable Workplace prepared;

    private Preparation() {}

    /** The workplace of this run, with all fetched; the first call makes it. */
    static synchronized Workplace workplace(Projects projects) throws Exception {
        if (prepared == null) {
            Path folder = Folders.emptied(Settings.target().resolve("benchmark"));
            prepared = fetch(projects, Machine.fresh(folder.resolve("machine")), folder.resolve("pip"));
        }
        return prepared;
    }

    /** The same, if a test has asked for it. */
    static synchronized Optional<Workplace> workplace() {
        return Optional.ofNullable(prepared);
    }

    private static Workplace fetch(Projects projects, Machine machine, Path pipCache) throws Exception {
        Path log = projects.folder().resolve("preparation.log");
        String pins = projects.copy("benchmark/requirements", "requirements").read("requirements.in");
        Workplace empty = new Workplace(machine, pipCache, Path.of("python"), Path.of("uv"), pins);
        MavenProject first = empty.project(projects, "python-env", "first");
        Outcome.of(empty.maven(first).unobserved("validate"), log);

        Path python = first.venv().program("python").toRealPath();
        Path uv = Uv.inStore(machine.store());
        String hashed = hashed(new Workplace(machine, pipCache, python, uv, pins), first, log);
        Workplace place = new Workplace(machine, pipCache, python, uv, hashed);
        NothingPlugin.installInto(machine.localRepository(), projects);
        MavenProject exec = place.project(projects, "exec-true", "exec");
        Outcome.of(place.maven(exec).unobserved("validate"), log);
        return place;
    }

    private static String hashed(Workplace place, MavenProject project, Path log) throws Exception {
        List<String> arguments = List.of(
                "pip",
                "compile",
                "--quiet",
                "--generate-hashes",
                "--no-header",
                "--no-annotate",
                "--python=" + place.python(),
                "--output-file=requirements.lock",
                "requirements.txt");
        Outcome.of(place.uv(project, arguments), log);
        return project.read("requirements.lock");
    }
}
