package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.cleaning.Cleaning;
import io.github.pythonenv.cleaning.Finding;
import io.github.pythonenv.cleaning.Findings;
import io.github.pythonenv.cleaning.Removed;
import io.github.pythonenv.cleaning.Search;
import io.github.pythonenv.configuration.PackedArchives;
import io.github.pythonenv.environment.EnvironmentRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is left of virtual environments in a folder and below it, whoever made them: by their names, their files and
 * their structure. Shows each with its reasons, how sure they make it, its size and its age; removes them with
 * <code>force</code> only. Each is kept as an archive in <code>.python-env/backup</code>, which is compared with it file
 * by file before it goes, and noted in <code>.python-env/audit.log</code>. An environment of this plugin's goes with its
 * earlier generations, which are in no backup.
 *
 * <p>Left alone is what is under version control (git is asked; what lies in a working copy of another system is never
 * taken), what lies behind links, what holds files that are no part of an environment, installations of pyenv, and what
 * conda, pipx or uv made for programs of their own. Needs no project.
 */
@Mojo(name = "clean", requiresProject = false, aggregator = true, threadSafe = true)
public final class CleanMojo extends StoreMojo {

    /**
     * The folder that is searched; an environment itself will do. Unless set, the one that Maven is called in. In a POM it
     * has another name than the folder of an environment, since the other goals are configured beside it.
     */
    @Parameter(property = "python-env.directory", defaultValue = "${basedir}")
    private File searchDirectory;

    /** Removes what is found. Without it, everything is shown and nothing is changed. */
    @Parameter(property = "python-env.force", defaultValue = "false")
    private boolean force;

    /** Shows everything and changes nothing, <code>force</code> or not. */
    @Parameter(property = "python-env.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Whether each environment is kept as an archive before it is removed. */
    @Parameter(property = "python-env.backup", defaultValue = "true")
    private boolean backup;

    /**
     * Creates the environments anew, without packages, once all that was found is removed: those of the folder's
     * <code>python-env.json</code>, or else <code>.venv</code>. Where the POM configures this plugin, <code>create</code>
     * does that: <code>mvn python-env:clean python-env:create -Dpython-env.force</code>.
     */
    @Parameter(property = "python-env.createVenv", defaultValue = "false")
    private boolean createVenv;

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON, in the form of <code>clean-1.0.schema.json</code>: <code>directory</code>, <code>dryRun</code>, <code>bytes</code>;
     * <code>found</code>, each with <code>directory</code>, <code>reasons</code>, <code>confidence</code> in percent,
     * <code>bytes</code>, <code>made</code>, <code>ageDays</code>, <code>ours</code>, <code>removed</code> and, where
     * there is one, <code>backup</code> with <code>file</code> and <code>sha256</code>; <code>spared</code>, each with
     * <code>directory</code> and <code>why</code>; and <code>created</code>, a list of folders.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    private final RepositorySystem repositorySystem;

    @Inject
    public CleanMojo(RepositorySystem repositorySystem) {
        this.repositorySystem = repositorySystem;
    }

    @Override
    void perform() {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        Path top = top();
        boolean acts = force && !dryRun;
        NewEnvironments environments = new NewEnvironments(session(), host(), store());
        // Asked first: what cannot be created should keep the old one from being removed.
        PackedArchives packed = new PackedArchives(
                Module.artifacts(project, session(), repositorySystem),
                () -> host().platform().fullId());
        List<EnvironmentRequest> requests =
                createVenv ? environments.requests(project, top, packed, progress()) : List.of();
        Set<Path> stores = Set.of(store().home().toAbsolutePath().normalize());
        Findings findings = new Search(top, stores, host().environment()).find();
        List<Removed> removed = acts && !findings.found().isEmpty()
                ? cleaning(workshop(top, findings)).remove(findings.found())
                : List.of();
        if (acts) {
            requests.forEach(request -> environments.create(
                    request, () -> supplies(project, repositorySystem, Optional.empty()), progress()));
        }
        List<Path> created =
                acts ? requests.stream().map(EnvironmentRequest::directory).toList() : List.of();
        CleaningText text = new CleaningText(top, !acts, findings, removed, created, Clock.systemUTC());
        data.write(text.data(), text.lines());
    }

    private Path top() {
        try {
            Path top = searchDirectory.toPath().toRealPath();
            if (!Files.isDirectory(top)) {
                throw new UserFailure(top + " is no folder.", "Name a folder with -Dpython-env.directory=…");
            }
            if (top.getParent() == null || top.equals(host().userHome())) {
                throw new UserFailure(
                        top + " is too much to search: what is in it belongs to more than one project.",
                        "Name the folder of a project with -Dpython-env.directory=…");
            }
            return top;
        } catch (IOException e) {
            throw new UserFailure(
                    "There is no folder " + searchDirectory + " that could be searched.",
                    "Correct <searchDirectory> (-Dpython-env.directory=…).",
                    e);
        }
    }

    /** Beside an environment rather than in it. */
    private static Path workshop(Path top, Findings findings) {
        boolean itself = findings.found().stream().map(Finding::folder).anyMatch(top::equals);
        return itself ? top.resolveSibling(".python-env") : top.resolve(".python-env");
    }

    private Cleaning cleaning(Path workshop) {
        String user = System.getProperty("user.name", "");
        return new Cleaning(workshop, backup, user, Clock.systemUTC(), progress());
    }

    private ConsoleProgress progress() {
        return new ConsoleProgress(getLog(), "");
    }
}
