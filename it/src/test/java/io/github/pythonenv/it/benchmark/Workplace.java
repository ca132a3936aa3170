package io.github.pythonenv.it.benchmark;

import io.github.pythonenv.it.harness.Folders;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What all ways to an environment share: a machine, the interpreter and the uv that the plugin put into a store, and
 * one list of packages.
 *
 * @param machine where builds run
 * @param pipCache where pip keeps what it has downloaded
 * @param python a runtime
 * @param uv the program
 * @param requirements the text of a requirements file
 */
record Workplace(Machine machine, Path pipCache, Path python, Path uv, String requirements) {

    /** The same programs and packages with a store and caches of their own. */
    Workplace withCaches(Path folder) {
        Machine other =
                new Machine(machine.home(), machine.localRepository(), folder.resolve("store"), folder.resolve("uv"));
        return new Workplace(other, folder.resolve("pip"), python, uv, requirements);
    }

    /** Empties store and caches. */
    void forget() {
        Folders.gone(machine.store());
        Folders.gone(machine.uvCache());
        Folders.gone(pipCache);
    }

    /** Takes the archives of runtimes out of the local repository. */
    void forgetArchives() {
        Folders.gone(machine.localRepository().resolve("org/bytedeco"));
    }

    /** Names in lower case and versions of the packages, each with a blank between. */
    List<String> packages() {
        return Pattern.compile("^([A-Za-z][^= ]+)==([^ \\n]+)", Pattern.MULTILINE)
                .matcher(requirements)
                .results()
                .map(pin -> pin.group(1).toLowerCase(Locale.ROOT) + " " + pin.group(2))
                .toList();
    }

    /** A copy of an example project, with the packages as its requirements. */
    MavenProject project(Projects projects, String example, String as) {
        return projects.copy("benchmark/" + example, as).write("requirements.txt", requirements);
    }

    /** A Maven for that project. What is missing it downloads. */
    MavenRun maven(MavenProject project) {
        return project.maven()
                .on(machine)
                .fromRemoteRepositories()
                .environment("PIP_CACHE_DIR", pipCache.toString())
                .with("-Dpython=" + python, "-Duv=" + uv);
    }

    /** A uv in the folder of that project. */
    ProcessBuilder uv(MavenProject project, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(uv.toString()));
        command.addAll(arguments);
        return process(project, command);
    }

    /** A program in the folder of that project, with the environment of a build. */
    ProcessBuilder process(MavenProject project, List<String> command) {
        ProcessBuilder process =
                new ProcessBuilder(command).directory(project.folder().toFile());
        process.environment().clear();
        process.environment().putAll(machine.environment());
        return process;
    }
}
