package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.FirstConfiguration;
import io.github.pythonenv.configuration.ProjectFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a first <code>python-env.json</code>, made of what is found in the folder: the version of Python that its files
 * ask for, the environment that would be made without the file, and one for each <code>requirements-NAME.txt</code> and
 * <code>pylock.NAME.toml</code>. A file that is there is never overwritten. Needs no project.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends StoreMojo {

    /** The folder that is looked at and written to. */
    @Parameter(property = "python-env.initDirectory", defaultValue = "${basedir}")
    private File initDirectory;

    /** Prints what would be written, and writes nothing. */
    @Parameter(property = "python-env.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    void perform() {
        Path folder = initDirectory.toPath().toAbsolutePath().normalize();
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
}
