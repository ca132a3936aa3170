package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.FirstConfiguration;
import io.github.pythonenv.configuration.ProjectFile;
import io.github.pythonenv.scaffold.Adoption;
import io.github.pythonenv.scaffold.Answers;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes a first <code>python-env.json</code>, made of what is found in the folder: the version of Python that its files
 * ask for, the environment that would be made without the file, and one for each <code>requirements-NAME.txt</code> and
 * <code>pylock.NAME.toml</code>. A file that is there is never overwritten. Needs no project.
 *
 * <p>With <code>template</code>, writes the files that the archetype makes beside those that are there: an example with
 * its tests, checks, a container, a build server's workflow. Files that are there stay as they are; a diff says what the
 * template has in their place.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends StoreMojo {

    /** The folder that is looked at and written to. */
    @Parameter(property = "python-env.initDirectory", defaultValue = "${basedir}")
    private File initDirectory;

    /** Prints what would be written, with <code>template</code> as a diff, and writes nothing. */
    @Parameter(property = "python-env.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * What to begin with: <code>minimal</code>, <code>data-science</code>, <code>machine-learning</code>,
     * <code>web</code> or <code>full-stack</code>; <code>-Dtemplate=web</code> will do. The archetype's other answers are
     * given as there: <code>-Djava=true</code>, <code>-Dcontainer=false</code>, <code>-Dci=false</code>,
     * <code>-Dquality=false</code>, <code>-Daccelerator=cpu</code>, <code>-DpythonVersion=3.13</code>,
     * <code>-Dpackage=com.example</code>; without a POM <code>-DgroupId</code> and <code>-DartifactId</code>, too.
     */
    @Parameter(property = "python-env.template", defaultValue = "${template}")
    private @Nullable String template;

    /** With <code>template</code>: a file for the diff, which <code>git apply</code> takes. */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String pluginVersion;

    @Override
    void perform() {
        Path folder = initDirectory.toPath().toAbsolutePath().normalize();
        if (template == null || template.isBlank()) {
            first(folder);
        } else {
            adopt(Adoption.of(folder, Answers.of(answers(folder, template))));
        }
    }

    private void first(Path folder) {
        Path file = folder.resolve(ProjectFile.NAME);
        String text = DataOutput.json(FirstConfiguration.of(folder));
        if (dryRun) {
            getLog().info("Would write " + file + ":");
            text.lines().forEach(getLog()::info);
            return;
        }
        if (Files.exists(file)) {
            throw new UserFailure(
                    file + " is there already, and is not overwritten.",
                    "Edit it, or see with -Dpython-env.dryRun what would be written.");
        }
        OutputFile.write(file, text);
        getLog().info("Wrote " + file + ": commit it. mvn python-env:ensure makes what it says.");
    }

    /** Those of the command line, and what the POM says. */
    private Map<String, String> answers(Path folder, String chosen) {
        Map<String, String> answers = new TreeMap<>();
        session().getUserProperties().forEach((key, value) -> answers.put(String.valueOf(key), String.valueOf(value)));
        answers.put("template", chosen);
        answers.put("pythonEnvVersion", pluginVersion);
        MavenProject project = session().getCurrentProject();
        if (project.getFile() != null && project.getFile().toPath().equals(folder.resolve("pom.xml"))) {
            answers.put("groupId", project.getGroupId());
            answers.put("artifactId", project.getArtifactId());
            answers.put("version", project.getVersion());
        } else {
            answers.putIfAbsent(
                    "artifactId", String.valueOf(folder.getFileName()).replaceAll("[^A-Za-z0-9_.-]", "-"));
        }
        return answers;
    }

    private void adopt(Adoption adoption) {
        if (outputFile != null) {
            OutputFile.expect(outputFile.toPath());
        }
        getLog().info((dryRun ? "Would write to " : "Writes to ") + adoption.folder() + ":");
        AdoptionText.summary(adoption).forEach(getLog()::info);
        if (!dryRun) {
            adoption.write();
        }
        List<String> diff = AdoptionText.diff(adoption, dryRun || outputFile != null);
        if (outputFile != null) {
            OutputFile.write(outputFile.toPath(), String.join("\n", diff) + "\n");
        } else {
            diff.forEach(getLog()::info);
        }
        if (AdoptionText.keepsSomething(adoption)) {
            getLog().info(
                            "What is kept is yours. Take from the diff what is missing, above all the executions in pom.xml"
                                    + " and the groups in pyproject.toml.");
        }
    }
}
