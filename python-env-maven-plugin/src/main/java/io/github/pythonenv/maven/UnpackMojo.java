package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packaging.UnpackReport;
import io.github.pythonenv.packaging.Unpacker;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Processes;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive that <code>package</code> wrote, an artifact or a file, so that the environment is used without
 * being built: neither uv nor an index of packages is needed. Nothing happens where the folder was made from the same
 * archive; else the new tree is made aside, its interpreter started once, and put in the old one's place.
 *
 * <p>Plugins that come after find it in <code>${python-env.&lt;environment&gt;.executable}</code>,
 * <code>….directory</code>, <code>….bin</code> and <code>….sitePackages</code>, with the name that the environment had
 * where it was packed.
 */
@Mojo(name = "unpack", threadSafe = true)
public final class UnpackMojo extends StoreMojo {

    /**
     * The artifact, as <code>groupId:artifactId:version:tar.gz:classifier</code>. <code>{platform}</code> stands for
     * this machine's, for example <code>linux-x86_64</code>: the classifier is <code>python-{platform}</code>, or
     * <code>python-&lt;environment&gt;-{platform}</code>.
     */
    @Parameter(property = "python-env.artifact")
    private @Nullable String artifact;

    /** An archive that is a file, in place of an artifact. It needs a <code>sha256</code>. */
    @Parameter(property = "python-env.file")
    private @Nullable File file;

    /** The SHA-256 of the archive, in hexadecimal. Of an artifact, Maven compares its repository's checksums besides. */
    @Parameter(property = "python-env.sha256")
    private @Nullable String sha256;

    /** The folder of the unpacked environment. */
    @Parameter(
            property = "python-env.unpackDirectory",
            defaultValue = "${project.build.directory}/python-env/unpacked",
            required = true)
    private File unpackDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    private final RepositorySystem repositorySystem;

    @Inject
    public UnpackMojo(RepositorySystem repositorySystem) {
        this.repositorySystem = repositorySystem;
    }

    @Override
    void perform() {
        String platform = host().platform().fullId();
        Optional<String> digest = Optional.ofNullable(sha256).filter(text -> !text.isBlank());
        UnpackReport report = new Unpacker(
                        platform,
                        new Processes(),
                        ChildEnvironment.from(host().environment()),
                        new ConsoleProgress(getLog(), ""))
                .unpack(archive(platform, digest.isPresent()), digest, unpackDirectory.toPath());
        getLog().info(report.folder() + (report.changed() ? ": " : " is up to date: ") + report.summary() + ".");
        Module.publish(
                project.getProperties(),
                report.environment(),
                report.folder(),
                report.python(),
                report.bin(),
                report.sitePackages());
    }

    private Path archive(String platform, boolean digest) {
        if ((artifact == null) == (file == null)) {
            throw new UserFailure(
                    artifact == null
                            ? "There is nothing to unpack."
                            : "Both an artifact and a file are to be unpacked.",
                    "Name the archive in <artifact> (-Dpython-env.artifact=groupId:artifactId:version:tar.gz:python-"
                            + "{platform}), or in <file> with its <sha256>.");
        }
        if (file != null) {
            if (!digest) {
                throw new UserFailure(
                        "What is in " + file + " would run, and nothing says that it is what was packed.",
                        "Set <sha256> (-Dpython-env.sha256=…): package prints it.");
            }
            return file.toPath();
        }
        String[] parts =
                String.valueOf(artifact).replace("{platform}", platform).split(":", -1);
        if (parts.length != 5) {
            throw new UserFailure(
                    "'" + artifact + "' are no coordinates of an archive.",
                    "Write groupId:artifactId:version:tar.gz:python-{platform}.");
        }
        return Module.artifacts(project, session(), repositorySystem)
                .resolve(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }
}
