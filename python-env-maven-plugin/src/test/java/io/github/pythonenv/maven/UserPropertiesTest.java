package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.configuration.UnreadProperties;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserPropertiesTest {

    private static final Path DESCRIPTOR = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

    private final SessionData build = new DefaultSessionData();
    private final RecordedLog log = new RecordedLog();

    @Test
    void aMisspeltOneIsAnsweredWithANearOne() throws Exception {
        properties(List.of(), "python-env.enviroment").warnOfUnread(log);

        assertThat(log.lines())
                .containsExactly(
                        "warn -Dpython-env.enviroment is read by no goal. Did you mean" + " -Dpython-env.environment?");
    }

    @ParameterizedTest
    @CsvSource({
        "python-env.pythonversion, -Dpython-env.pythonVersion",
        "python-env.python.versoin, -Dpython-env.python.version",
        "python-env.outputfile, -Dpython-env.outputFile",
        "python-env.environments.dev.package, -Dpython-env.environments.dev.packages",
        "python-env.environments.dev.autoCleanup, mvn python-env:help -Ddetail",
        "python-env.dev.variables.A, mvn python-env:help -Ddetail",
        "python-env.nothing-of-this-kind, mvn python-env:help -Ddetail",
    })
    void saysWhatCouldBeMeant(String given, String hint) throws Exception {
        assertThat(unread(given)).singleElement().asString().contains("-D" + given + " is read by no goal. ", hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python-env.environment",
                "python-env.unpackDirectory",
                "python-env.skip",
                "python-env.variables.LOG_LEVEL",
                "python-env.retention.days",
                "python-env.index.named.internal",
                "python-env.environments.dev.python.version",
                "python-env.environments.test-3.13.variables.A.B",
                "python-env.default.executable",
                "python-environment",
                "maven.test.skip",
            })
    void saysNothingOfWhatIsRead(String given) throws Exception {
        assertThat(unread(given)).isEmpty();
    }

    /** Whatever the documentation tells its readers to type is read. */
    @Test
    void theDocumentationKnowsNoOthers() throws Exception {
        Set<String> parameters = properties(List.of()).parameters();
        List<String> typed = new ArrayList<>();
        Pattern option = Pattern.compile("-D(python-env\\.[A-Za-z0-9_.-]*[A-Za-z0-9])");
        try (Stream<Path> pages = Files.walk(Path.of("..", "docs"))) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher found = option.matcher(Files.readString(page));
                while (found.find()) {
                    typed.add(found.group(1));
                }
            }
        }

        assertThat(typed).contains("python-env.environment");
        assertThat(UnreadProperties.among(typed, parameters)).isEmpty();
    }

    @Test
    void saysItOnceInABuild() throws Exception {
        properties(List.of(), "python-env.pacakges").warnOfUnread(log);
        properties(List.of(), "python-env.pacakges").warnOfUnread(log);

        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void saysNothingOfAPropertyOfAPom() throws Exception {
        Properties pom = new Properties();
        pom.setProperty("python-env.version", "1.0");

        properties(List.of(pom), "python-env.version").warnOfUnread(log);

        assertThat(log.lines()).isEmpty();
    }

    private List<String> unread(String given) throws Exception {
        return UnreadProperties.among(List.of(given), properties(List.of()).parameters());
    }

    private UserProperties properties(List<Properties> poms, String... names) throws Exception {
        Properties given = new Properties();
        for (String name : names) {
            given.setProperty(name, "x");
        }
        return new UserProperties(given, poms, build, descriptor());
    }

    private static PluginDescriptor descriptor() throws IOException, PlexusConfigurationException {
        try (Reader text = Files.newBufferedReader(DESCRIPTOR)) {
            return new PluginDescriptorBuilder().build(text);
        }
    }
}
