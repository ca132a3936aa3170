package io.github.pythonenv.maven;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;

/** What a test says in POM, properties and on the command line. */
record Said(@Nullable Xpp3Dom element, Properties commandLine, Properties project, Properties system) {

    static Said nothing() {
        return new Said(null, new Properties(), new Properties(), new Properties());
    }

    /** @param elements what stands in the configuration of the plugin */
    static Said inPom(String elements) {
        try {
            Xpp3Dom element = Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>"));
            return new Said(element, new Properties(), new Properties(), new Properties());
        } catch (XmlPullParserException e) {
            throw new IllegalArgumentException(elements, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Said onCommandLine(String name, String value) {
        commandLine.setProperty(name, value);
        return this;
    }

    Said inProject(String name, String value) {
        project.setProperty(name, value);
        return this;
    }

    Said inSystem(String name, String value) {
        system.setProperty(name, value);
        return this;
    }

    /** Expressions mean what the properties of the project say. */
    Parameters parameters() {
        ExpressionEvaluator evaluator = new ExpressionEvaluator() {
            @Override
            public @Nullable Object evaluate(String expression) {
                return expression.replace("${late}", project.getProperty("late", ""));
            }

            @Override
            public File alignToBaseDirectory(File file) {
                return file;
            }
        };
        return new Parameters(commandLine, project, system, element, evaluator);
    }
}
