package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.PackageRequests;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.packaging.PackageOutcome;
import io.github.pythonenv.packaging.PackageRequest;
import io.github.pythonenv.packaging.PackageSettings;
import io.github.pythonenv.packaging.Packager;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Processes;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Packs the environment, which is brought up to date first, into an archive that runs wherever it is unpacked on the
 * same platform: the interpreter, the packages and the project's own Python code (<code>src/main/python</code>) in one
 * tree, with <code>bin/python</code> to start it. Paths of this machine are taken out, and a warning names each file
 * that still has one; equal environments make equal bytes, and modules are compiled once for all machines. Where nothing
 * changed since it was made, the archive stays as it is.
 *
 * <p>The archive is attached to the project, so that <code>install</code> and <code>deploy</code> carry it: its type is
 * <code>tar.gz</code> or <code>zip</code>, its classifier the platform after <code>python-</code>, or after
 * <code>python-</code> and the environment's name where that is not <code>default</code>. What is left out, what code
 * comes along and the format are said in <code>packaging</code> in <code>python-env.json</code>. Plugins that come after
 * find the one for this machine's platform in <code>${python-env.&lt;environment&gt;.archive}</code>.
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends AbstractEnvironmentMojo {

    /** The name of the archives, without what tells the environment and the platform, and without the extension. */
    @Parameter(property = "python-env.packageName", defaultValue = "${project.build.finalName}")
    private String packageName;

    /**
     * The platforms that archives are made for, such as <code>linux-x86_64,linux-aarch64,macos-aarch64,windows-x86_64</code>
     * (<code>-musl</code> at the end for Alpine); this machine's unless set. For another one nothing is started: the
     * versions have to be fixed by a lock (<code>lock</code> makes one) or by hashes, and each package has to have a
     * wheel for it. Projects of one's own are built here, and have to be pure Python.
     */
    @Parameter(property = "python-env.platforms")
    private List<String> platforms = List.of();

    /** The time that files in the archive have; unset, they are of 1980. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private @Nullable String outputTimestamp;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File buildDirectory;

    private final MavenProjectHelper projectHelper;

    @Inject
    public PackageMojo(RepositorySystem repositorySystem, MavenProjectHelper projectHelper) {
        super(repositorySystem);
        this.projectHelper = projectHelper;
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        if (host().platform().windows()) {
            throw new UserFailure(
                    "Environments cannot be packed on Windows yet.",
                    "Pack it on Linux or macOS, for this platform, too: -Dpython-env.platforms=windows-x86_64.");
        }
        String here = host().platform().fullId();
        List<String> wanted = PackagedPlatform.wanted(platforms, here);
        // Before anything is built, so that a setting that is wrong is said at once.
        List<Asked> all = requests.stream()
                .flatMap(request -> wanted.stream().map(platform -> new Asked(request, archive(request, platform))))
                .toList();
        if (wanted.contains(here)) {
            bring(module, requests, Goal.PACKAGES);
        }
        for (Asked asked : all) {
            if (dryRun()) {
                getLog().info(module.prefix()
                        + PackageText.planned(asked.archive().file()));
            } else {
                pack(
                        module,
                        asked.request(),
                        asked.archive(),
                        asked.archive().platform().equals(here));
            }
        }
    }

    private record Asked(EnvironmentRequest request, PackageRequest archive) {}

    private PackageRequest archive(EnvironmentRequest request, String platform) {
        PackageSettings settings = PackageRequests.of(settings(request), request.project());
        String classifier = PackageText.classifier(request.name(), platform);
        String extension = settings.format().extension();
        Path folder = buildDirectory.toPath();
        return new PackageRequest(
                request.name(),
                request.project(),
                platform,
                folder.resolve(packageName + "-" + classifier + "." + extension),
                folder.resolve("python-env").resolve("packaging-" + classifier + "-" + extension),
                OutputTimestamp.of(outputTimestamp),
                settings);
    }

    private void pack(Module module, EnvironmentRequest request, PackageRequest archive, boolean here) {
        Packing packing = new Packing(
                new Environments(toolbox(module, request)),
                new Packager(
                        new Processes(), ChildEnvironment.from(host().environment()), progress(module, request.name())),
                request,
                archive);
        PackageOutcome outcome = here ? packing.here(archive.platform()) : packing.elsewhere(archive.platform());
        PackageText text = new PackageText(module.prefix(), outcome);
        text.lines().forEach(getLog()::info);
        text.warnings().forEach(getLog()::warn);
        projectHelper.attachArtifact(
                module.project(),
                archive.settings().format().extension(),
                PackageText.classifier(request.name(), archive.platform()),
                outcome.file().toFile());
        if (here) {
            module.publishArchive(request, outcome.file());
        }
    }
}
