package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.Setting;
import io.github.pythonenv.configuration.Written;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What was said in the parameters that goals on environments share: with {@code -D}, in the element of the execution or
 * the plugin in the POM, in a property of the POM or of the system; the first of these counts.
 *
 * <p>Maven would put them into fields, but only those that the descriptor of the plugin names with the goal, and Maven
 * parses the descriptor in each build, whatever it runs: with fifty parameters each goal made it larger by 15 kB. So the
 * descriptor names them once, with {@code ensure} ({@link EnvironmentParameters}), and all goals take them from here.
 */
final class Parameters implements Function<Setting, Optional<Written>> {

    private static final String PREFIX = "python-env.";

    private final Properties commandLine;
    private final Properties project;
    private final Properties system;
    private final @Nullable Xpp3Dom element;
    private final ExpressionEvaluator evaluator;

    /**
     * @param commandLine what was said with {@code -D}
     * @param project the properties of the POM
     * @param system the properties of the JVM
     * @param element the configuration in the POM
     * @param evaluator says what expressions in it mean
     */
    Parameters(
            Properties commandLine,
            Properties project,
            Properties system,
            @Nullable Xpp3Dom element,
            ExpressionEvaluator evaluator) {
        this.commandLine = commandLine;
        this.project = project;
        this.system = system;
        this.element = element;
        this.evaluator = evaluator;
    }

    /** What was said for an execution of a goal. */
    static Parameters of(MavenSession session, MavenProject project, MojoExecution execution) {
        return new Parameters(
                session.getUserProperties(),
                project.getProperties(),
                session.getSystemProperties(),
                element(project, execution),
                new PluginParameterExpressionEvaluator(session, execution));
    }

    /** The configuration as Maven would choose it: that of the execution holds what the plugin's says, too. */
    private static @Nullable Xpp3Dom element(MavenProject project, MojoExecution execution) {
        String key = execution.getPlugin().getKey();
        Plugin plugin = project.getPlugin(key);
        if (plugin == null && project.getPluginManagement() != null) {
            plugin = project.getPluginManagement().getPluginsAsMap().get(key);
        }
        if (plugin == null) {
            return null;
        }
        PluginExecution bound = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        return (Xpp3Dom) (bound != null ? bound.getConfiguration() : plugin.getConfiguration());
    }

    /** The text of a parameter. */
    Optional<String> text(String name) {
        String said = commandLine.getProperty(PREFIX + name);
        if (said == null) {
            said = child(name).map(Xpp3Dom::getValue).map(this::evaluated).orElse(null);
        }
        return Optional.ofNullable(said == null ? property(name) : said)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Whether a parameter is true; false unless it is set. */
    boolean yes(String name) {
        String said = text(name).orElse("false");
        if (!said.equals("true") && !said.equals("false")) {
            throw new UserFailure(
                    name + " is '" + said + "', and has to be true or false.",
                    "Correct it where it is set, in the POM or with -D" + PREFIX + name + ".");
        }
        return said.equals("true");
    }

    /** A path that a parameter says, relative to a folder. */
    Optional<Path> path(String name, Path base) {
        return text(name).map(base::resolve).map(Path::normalize);
    }

    /** What the POM says in an element whose names are those of settings. */
    Optional<Written> object(String name) {
        return child(name).map(child -> written(child, "", "<" + name + ">"));
    }

    /** The same for an element that holds several such, each by a name of its own. */
    Map<String, Written> objects(String name) {
        Map<String, Written> objects = new LinkedHashMap<>();
        child(name).ifPresent(all -> {
            for (Xpp3Dom one : all.getChildren()) {
                objects.put(one.getName(), written(one, "", "<" + name + "><" + one.getName() + ">"));
            }
        });
        return objects;
    }

    /** What the POM or a property says of a setting; the command line is read elsewhere. */
    @Override
    public Optional<Written> apply(Setting setting) {
        String name = setting.parameter();
        Optional<Xpp3Dom> child = child(name);
        if (child.isPresent()) {
            Written written = written(child.get(), setting.path(), "<" + name + ">");
            return isBlank(written) ? Optional.empty() : Optional.of(written);
        }
        String text = commandLine.containsKey(PREFIX + name) ? null : property(name);
        return text == null || text.isBlank()
                ? Optional.empty()
                : Optional.of(new Written.Text(text, Written.Form.ANY, "the property " + PREFIX + name));
    }

    private @Nullable String property(String name) {
        String said = project.getProperty(PREFIX + name);
        return said == null ? system.getProperty(PREFIX + name) : said;
    }

    private Optional<Xpp3Dom> child(String name) {
        return element == null ? Optional.empty() : Optional.ofNullable(element.getChild(name));
    }

    private Written written(Xpp3Dom child, String path, String place) {
        return PomElement.written(child, path, place, this::evaluated);
    }

    private static boolean isBlank(Written written) {
        return written instanceof Written.Text text && text.text().isBlank();
    }

    /** What Maven could not know when it read the POM, such as a property that another plugin sets. */
    private String evaluated(String text) {
        if (!text.contains("${")) {
            return text;
        }
        try {
            return Objects.toString(evaluator.evaluate(text), "");
        } catch (ExpressionEvaluationException e) {
            throw new UserFailure(
                    "'" + text + "' in the plugin's configuration cannot be evaluated: " + e.getMessage(),
                    "Correct the expression in the POM.");
        }
    }
}
