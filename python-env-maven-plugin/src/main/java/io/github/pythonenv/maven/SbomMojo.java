package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.environment.Materials;
import io.github.pythonenv.sbom.Bill;
import io.github.pythonenv.sbom.BillJson;
import io.github.pythonenv.sbom.BillXml;
import io.github.pythonenv.sbom.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes what an environment consists of as a bill of materials, in the form of CycloneDX 1.6, as JSON and as XML: the
 * runtime with the digest of its archive (one that is used where it lies has none), and the installed packages with
 * versions, licenses, which needs which and, where there is a <code>uv.lock</code> or <code>pylock.toml</code>, the digests
 * of the files that they were installed from (the locks of Poetry and Pipenv have no addresses). Brings the environments up
 * to date first. The same environment gives the same bytes.
 */
@Mojo(name = "sbom", threadSafe = true)
public final class SbomMojo extends AbstractEnvironmentMojo {

    /**
     * The folder for the files, <code>bom-NAME.json</code> and <code>bom-NAME.xml</code> for the environment
     * <code>NAME</code>.
     */
    @Parameter(property = "python-env.sbomDirectory", defaultValue = "${project.build.directory}/python-env")
    private File sbomDirectory;

    /**
     * Whether they are attached to the project, and so installed and deployed with it, with the classifier
     * <code>python-NAME-cyclonedx</code>.
     */
    @Parameter(property = "python-env.sbomAttach", defaultValue = "true")
    private boolean sbomAttach;

    private final MavenProjectHelper helper;

    @Inject
    public SbomMojo(RepositorySystem repositorySystem, MavenProjectHelper helper) {
        super(repositorySystem);
        this.helper = helper;
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        for (EnvironmentRequest request : requests) {
            Optional<EnvironmentState> standing =
                    bring(module, request, Goal.PACKAGES).standing();
            if (dryRun() || standing.isEmpty()) {
                continue;
            }
            Materials materials = new Environments(toolbox(module, request)).materials(request, standing.get());
            Bill bill = Bill.of(
                    subject(module.project()),
                    tool(module),
                    runtime(materials),
                    materials.packages(),
                    materials.files());
            write(module, request.name(), "json", DataOutput.json(BillJson.data(bill)));
            write(module, request.name(), "xml", BillXml.text(bill));
        }
    }

    private void write(Module module, String environment, String type, String text) {
        Path file = sbomDirectory.toPath().resolve("bom-" + environment + "." + type);
        OutputFile.write(file, text);
        getLog().info(module.prefix() + "Wrote " + file + ".");
        if (sbomAttach) {
            helper.attachArtifact(module.project(), type, "python-" + environment + "-cyclonedx", file.toFile());
        }
    }

    private static Component subject(MavenProject maven) {
        return part(
                "application",
                maven.getGroupId(),
                maven.getArtifactId(),
                maven.getVersion(),
                Optional.empty(),
                "",
                "pkg:maven/" + maven.getGroupId() + "/" + maven.getArtifactId() + "@" + maven.getVersion());
    }

    private static Component tool(Module module) {
        return part(
                "application",
                "io.github.pythonenv",
                "python-env-maven-plugin",
                module.pluginVersion(),
                Optional.empty(),
                "",
                "pkg:maven/io.github.pythonenv/python-env-maven-plugin@" + module.pluginVersion());
    }

    private static Component runtime(Materials materials) {
        String version = materials.state().runtime().version().toString();
        return part(
                "platform",
                "",
                "cpython",
                version,
                materials.state().runtime().inPlace()
                        ? Optional.empty()
                        : Optional.of(materials.state().runtime().sha256()),
                "Python-2.0",
                "pkg:generic/cpython@" + version);
    }

    private static Component part(
            String type,
            String group,
            String name,
            String version,
            Optional<String> sha256,
            String license,
            String purl) {
        return new Component(type, group, name, version, "", license, sha256, Optional.empty(), purl);
    }
}
