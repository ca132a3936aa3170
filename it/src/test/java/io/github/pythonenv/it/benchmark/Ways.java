package io.github.pythonenv.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ways to an environment, and the builds without one that they are compared with. */
final class Ways {

    private final Workplace place;
    private final Projects projects;
    private final Situation situation;

    /**
     * @param situation what each of them starts from, each time
     */
    Ways(Workplace place, Projects projects, Situation situation) {
        this.place = place;
        this.projects = projects;
        this.situation = situation;
    }

    /** This plugin. */
    Contender pythonEnv(String name, String... options) {
        MavenProject project = project("python-env", name);
        return maven(name, project, place.maven(project).with(options), outcome -> hasPackages(project));
    }

    /** The exec plugin, which calls uv twice. */
    Contender execUv(String name, String... options) {
        MavenProject project = project("exec-uv", name);
        return maven(name, project, place.maven(project).with(options), outcome -> hasPackages(project));
    }

    /** The same, and uv asks no index. */
    Contender execUvOffline(String name, String... options) {
        MavenProject project = project("exec-uv", name);
        MavenRun run = place.maven(project).with(options).environment("UV_OFFLINE", "1");
        return maven(name, project, run, outcome -> hasPackages(project));
    }

    /** The exec plugin, which calls venv and pip. */
    Contender execPip(String name, String... options) {
        MavenProject project = project("exec-pip", name);
        return maven(name, project, place.maven(project).with(options), outcome -> hasPackages(project));
    }

    /**
     * A build that makes no environment.
     *
     * @param example the project
     * @param word what it prints so many times
     */
    Contender build(String name, String example, String word, int times, String... options) {
        MavenProject project = project(example, name);
        return maven(name, project, place.maven(project).with(options), says(word, times));
    }

    /** This plugin in a build whose environments are up to date: made here, and then only looked at. */
    Contender pythonEnvUpToDate(String name, String example, int environments) throws Exception {
        MavenProject project = project(example, name);
        MavenRun run = place.maven(project).with("-o");
        Outcome.of(run.unobserved("validate"), log(project));
        return maven(name, project, run, says("is up to date", environments));
    }

    /** Two processes without Maven. */
    Contender rawUv(String name, String... options) {
        MavenProject project = project("empty", name);
        List<String> venv = List.of("venv", "--quiet", "--allow-existing", "--python=" + place.python(), ".venv");
        List<String> sync = new ArrayList<>(List.of("pip", "sync", "--quiet", "--python=.venv", "requirements.txt"));
        sync.addAll(List.of(options));
        return new Contender(
                name,
                () -> situation.in(project),
                () -> Outcome.of(place.uv(project, venv), log(project))
                        .and(Outcome.of(place.uv(project, sync), log(project))),
                outcome -> hasPackages(project));
    }

    private Contender maven(String name, MavenProject project, MavenRun run, Contender.Check check) {
        return new Contender(
                name, () -> situation.in(project), () -> Outcome.of(run.unobserved("validate"), log(project)), check);
    }

    /** A project with its packages; where it has modules, these have them too. */
    private MavenProject project(String example, String name) {
        MavenProject project = place.project(projects, example, name.replaceAll("[^A-Za-z0-9]+", "-"));
        return example.startsWith("reactor") ? Modules.in(project, place.requirements()) : project;
    }

    private static Path log(MavenProject project) {
        return project.folder().resolveSibling(project.folder().getFileName() + ".log");
    }

    private static Contender.Check says(String word, int times) {
        return outcome -> assertThat(outcome.output().split(word, -1)).hasSize(times + 1);
    }

    /** Asks the environment itself, in a way that leaves no bytecode behind. */
    private void hasPackages(MavenProject project) {
        String code =
                "import numpy, importlib.metadata as m\nfor d in m.distributions(): print(d.name.lower(), d.version)";
        List<String> there =
                project.venv().run("python", "-I", "-B", "-c", code).lines().toList();
        assertThat(there).containsAll(place.packages());
    }
}
