package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.MirrorRequests;
import io.github.pythonenv.configuration.RuntimeConfiguration;
import io.github.pythonenv.environment.LockFile;
import io.github.pythonenv.environment.Mirror;
import io.github.pythonenv.environment.MirrorReport;
import io.github.pythonenv.environment.MirrorRequest;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.runtime.MachinePythons;
import io.github.pythonenv.runtime.Supplies;
import io.github.pythonenv.store.Staging;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * Puts runtimes and uv into a Maven repository, so that builds which reach nothing else have all they need there: they
 * name the same <code>mirrorGroupId</code>. What the repository has already is left as it is. Needs no project; in one
 * that has a <code>python-env.lock</code>, or whose modules have, it takes what is locked there.
 */
@Mojo(name = "mirror", requiresProject = false, aggregator = true, threadSafe = true)
public final class MirrorMojo extends StoreMojo {

    /**
     * The repository, as <code>id::url</code>; the id is that of a server in <code>settings.xml</code>, whose
     * credentials are used.
     */
    @Parameter(property = "altDeploymentRepository")
    private @Nullable String altDeploymentRepository;

    /** The group that they get in the repository. */
    @Parameter(property = "python-env.mirrorGroupId")
    private @Nullable String mirrorGroupId;

    /**
     * The versions of CPython, such as <code>3.14,3.13</code>: of each what <code>python-env.lock</code> pins for it, or
     * else the newest that there is for a platform. Unless set, all that the lock pins; where there is no lock, the
     * newest of every series. With a lock, the uv that it pins comes along.
     */
    @Parameter(property = "python-env.pythonVersion")
    private List<String> pythonVersion = List.of();

    /**
     * The platforms, such as <code>linux-x86_64,linux-aarch64-musl,macos-aarch64,windows-x86_64</code>; all that there
     * are unless set.
     */
    @Parameter(property = "python-env.platforms")
    private List<String> platforms = List.of();

    /**
     * Where the runtimes come from: <code>standalone</code>, <code>maven</code>, or <code>archive</code> or
     * <code>embeddable</code> for one of your own. Which CPython is in that, is found out where it is for this machine; for
     * another one, say its full version and its one platform. Unless set, <code>standalone</code>, and <code>maven</code> for what that
     * does not have or where it cannot be reached.
     */
    @Parameter(property = "python-env.source")
    private @Nullable String source;

    /** A mirror of python-build-standalone, as for <code>ensure</code>. */
    @Parameter(property = "python-env.standaloneMirror")
    private @Nullable String standaloneMirror;

    /** An archive of your own, an address or a file, as for <code>ensure</code>. */
    @Parameter(property = "python-env.archive")
    private @Nullable String archive;

    /** The SHA-256 of <code>archive</code>, in hexadecimal. */
    @Parameter(property = "python-env.archiveSha256")
    private @Nullable String archiveSha256;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    private final RepositorySystem repositorySystem;

    @Inject
    public MirrorMojo(RepositorySystem repositorySystem) {
        this.repositorySystem = repositorySystem;
    }

    @Override
    void perform() {
        MirrorRequest request = MirrorRequests.from(
                new RuntimeConfiguration(
                        Optional.ofNullable(source),
                        Optional.ofNullable(standaloneMirror),
                        Optional.ofNullable(archive),
                        Optional.ofNullable(archiveSha256),
                        false,
                        Optional.empty(),
                        Map.of(),
                        Optional.ofNullable(mirrorGroupId)),
                pythonVersion,
                locks(),
                platforms,
                Path.of("").toAbsolutePath());
        RemoteRepository target = target();
        try {
            Path scratch = Staging.create(store().home().resolve("staging"), "repository");
            try {
                say(
                        new Mirror(
                                        toolbox(),
                                        new DeployedMirror(
                                                repositorySystem, session().getRepositorySession(), target, scratch))
                                .fill(request),
                        request,
                        target);
            } finally {
                Staging.discard(scratch);
            }
        } catch (IOException e) {
            throw store().failure("What is to be mirrored", e);
        }
    }

    /** Of all modules; in a folder without a project, of that folder. */
    private List<Path> locks() {
        List<Path> folders = session().getProjects().stream()
                .flatMap(module -> Stream.ofNullable(module.getBasedir()))
                .map(File::toPath)
                .toList();
        return (folders.isEmpty() ? List.of(Path.of("").toAbsolutePath()) : folders)
                .stream().map(folder -> folder.resolve(LockFile.NAME)).toList();
    }

    private RemoteRepository target() {
        if (altDeploymentRepository == null) {
            throw new UserFailure(
                    "Nobody says which repository the runtimes are to be put into.",
                    "Set -DaltDeploymentRepository=id::url; the id is that of a server in settings.xml.");
        }
        return DeployTarget.parse(altDeploymentRepository);
    }

    private Toolbox toolbox() {
        return new Toolbox(
                host(),
                store(),
                () -> new Supplies(
                        catalogue(),
                        Module.artifacts(project, session(), repositorySystem),
                        this::network,
                        MachinePythons.none()),
                new ConsoleProgress(getLog(), ""));
    }

    private void say(MirrorReport report, MirrorRequest request, RemoteRepository target) {
        report.lacking().forEach(getLog()::warn);
        long deployed =
                report.items().stream().filter(MirrorReport.Item::deployed).count();
        getLog().info(target.getUrl() + " has " + report.items().size() + " runtimes and uv wheels of "
                + request.group().groupId() + ", " + deployed + " of them deployed now. Builds use them with"
                + " <mirrorGroupId>" + request.group().groupId() + "</mirrorGroupId>.");
        if (!report.failed().isEmpty()) {
            throw new UserFailure(
                    "Not all that was asked for could be put into the mirror; the rest is there. "
                            + String.join(" ", report.failed()),
                    "Run it again where these can be reached, or name a mirror of python-build-standalone in"
                            + " -Dpython-env.standaloneMirror. With -Dpython-env.source=maven, what Maven does not have is"
                            + " left out.");
        }
    }
}
