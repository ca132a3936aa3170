package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.CommandLine;
import io.github.pythonenv.configuration.UnreadProperties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.SessionData;

/**
 * What was given with {@code -D}: Maven passes over what nobody reads, so a misspelt parameter would do nothing, and
 * say nothing.
 *
 * @param given all that was given
 * @param poms the properties of the modules, which {@code -D} may be meant for
 * @param build what lives as long as the build, and is shared by its modules
 * @param plugin this plugin
 */
record UserProperties(Properties given, List<Properties> poms, SessionData build, PluginDescriptor plugin) {

    private static final String KEY = UserProperties.class.getName();

    static UserProperties of(MavenSession session, MojoExecution execution) {
        return new UserProperties(
                session.getUserProperties(),
                session.getProjects().stream().map(MavenProject::getProperties).toList(),
                session.getRepositorySession().getData(),
                execution.getMojoDescriptor().getPluginDescriptor());
    }

    /** Warns of those that begin like ours and are read by nobody, once in a build. */
    void warnOfUnread(Log log) {
        List<String> ours = new ArrayList<>();
        for (String name : given.stringPropertyNames()) {
            if (name.startsWith(CommandLine.PREFIX)
                    && poms.stream().noneMatch(properties -> properties.containsKey(name))) {
                ours.add(name);
            }
        }
        if (!ours.isEmpty() && build.set(KEY, null, "told")) {
            UnreadProperties.among(ours, parameters()).forEach(log::warn);
        }
    }

    /** The properties of all parameters of all goals, as the plugin's descriptor has them. */
    Set<String> parameters() {
        Set<String> properties = new HashSet<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                String expression = parameter.getValue("");
                if (expression.startsWith("${") && expression.endsWith("}")) {
                    properties.add(expression.substring(2, expression.length() - 1));
                }
            }
        }
        return properties;
    }
}
