package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.configuration.ImageRequests;
import io.github.pythonenv.configuration.PackageRequests;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentTuning;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.image.ImageReference;
import io.github.pythonenv.image.ImageSettings;
import io.github.pythonenv.packaging.ImagePackager;
import io.github.pythonenv.packaging.ImageParts;
import io.github.pythonenv.packaging.ImageReport;
import io.github.pythonenv.packaging.ImageRequest;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Processes;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Makes a container image of the environment, which is brought up to date first, without Docker: the interpreter, the
 * packages and the project's own Python code, each a layer of its own, on a base image that lies in a file or a folder.
 * The file is one that <code>docker load</code> takes, or the OCI layout. Equal environments, settings and bases make
 * equal bytes.
 *
 * <p>The base and what starts in the image are said in <code>image</code> in <code>python-env.json</code>; what is left
 * out and what code comes along in <code>packaging</code>, as for <code>package</code>.
 */
@Mojo(name = "image", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class ImageMojo extends AbstractEnvironmentMojo {

    /** The name of the image's file, without what tells the environment, and without the extension. */
    @Parameter(property = "python-env.packageName", defaultValue = "${project.build.finalName}")
    private String packageName;

    /**
     * The platforms that the image is for, of <code>linux-x86_64</code> and <code>linux-aarch64</code>, with
     * <code>-musl</code> at the end for Alpine; this machine's unless set. For another one holds what
     * <code>package</code> says of it. With several the image is an index, in the format <code>oci</code> or
     * <code>oci-tar</code>, and so has to be the base.
     */
    @Parameter(property = "python-env.platforms")
    private List<String> platforms = List.of();

    /** The time that the image and the files in it have; unset, they are of 1980. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private @Nullable String outputTimestamp;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File buildDirectory;

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON, in the form of <code>image-1.0.schema.json</code>: the images, each
     * with its file, its name, its digests and its layers.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Inject
    public ImageMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        String here = host().platform().fullId();
        List<String> wanted = PackagedPlatform.wanted(platforms, here);
        // Before anything is built, so that a setting that is wrong is said at once.
        List<Asked> all = requests.stream()
                .map(request -> new Asked(request, image(module.project(), request, wanted)))
                .toList();
        if (wanted.contains(here)) {
            bring(module, requests, Goal.PACKAGES);
        }
        if (dryRun()) {
            all.forEach(asked -> getLog().info(
                            module.prefix() + PackageText.planned(asked.image().file())));
            return;
        }
        List<Map<String, Object>> images = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Asked asked : all) {
            EnvironmentRequest request = asked.request();
            ImageParts parts = new PlatformParts(
                    new Environments(toolbox(module, request)), new EnvironmentTuning(host(), store()), request, here);
            ImageReport report = new ImagePackager(
                            new Processes(),
                            ChildEnvironment.from(host().environment()),
                            progress(module, request.name()))
                    .make(asked.image(), parts);
            ImageText text = new ImageText(module.prefix(), request.name(), report);
            images.add(text.data());
            lines.addAll(text.lines());
            text.warnings().forEach(getLog()::warn);
        }
        data.write(Map.of("images", images), lines);
    }

    private record Asked(EnvironmentRequest request, ImageRequest image) {}

    private ImageRequest image(MavenProject project, EnvironmentRequest request, List<String> wanted) {
        Path folder = buildDirectory.toPath();
        boolean unnamed = request.name().equals(ConfiguredEnvironment.UNNAMED);
        String suffix = unnamed ? "" : "-" + request.name();
        ImageSettings settings = ImageRequests.of(
                        settings(request),
                        request.project(),
                        ImageReference.of(project.getArtifactId() + suffix, project.getVersion()))
                .with(Map.of(
                        "org.opencontainers.image.title", project.getArtifactId(),
                        "org.opencontainers.image.version", project.getVersion()));
        return new ImageRequest(
                request.name(),
                request.project(),
                wanted,
                folder.resolve(packageName + "-python" + suffix + "-image"
                        + settings.format().extension()),
                folder.resolve("python-env").resolve("image-" + request.name()),
                OutputTimestamp.of(outputTimestamp),
                PackageRequests.of(settings(request), request.project()),
                settings);
    }
}
