package io.github.pythonenv.maven;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Builds as Maven would set them up. */
final class Builds {

    private Builds() {}

    /** Our plugin, as a POM declares it. */
    static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.pythonenv");
        plugin.setArtifactId("python-env-maven-plugin");
        plugin.setVersion("1");
        return plugin;
    }

    /** What a POM has in {@code <configuration>}. */
    static Xpp3Dom element(String elements) {
        try {
            return Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>"));
        } catch (XmlPullParserException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Build with(Plugin... plugins) {
        Build build = new Build();
        build.setPlugins(List.of(plugins));
        return build;
    }

    /** A module whose own POM is the given model. */
    static MavenProject module(Path folder, Model model) {
        model.setGroupId("org.example");
        model.setArtifactId(folder.getFileName().toString());
        model.setVersion("1");
        MavenProject project = new MavenProject(model.clone());
        project.setOriginalModel(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        return project;
    }

    static MavenSession session(MavenProject... projects) {
        @SuppressWarnings("deprecation")
        MavenSession session = new MavenSession(
                null, MavenRepositorySystemUtils.newSession(), new DefaultMavenExecutionRequest(), null);
        session.setProjects(List.of(projects));
        return session;
    }

    static MojoExecution execution(Source source) {
        return execution(source, "env");
    }

    static MojoExecution execution(Source source, String id) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setPlugin(plugin());
        MojoDescriptor mojo = new MojoDescriptor();
        mojo.setPluginDescriptor(plugin);
        mojo.setGoal("ensure");
        return new MojoExecution(mojo, id, source);
    }
}
