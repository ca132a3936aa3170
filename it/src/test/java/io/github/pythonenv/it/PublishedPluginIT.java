package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.Published;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users get one jar that meets nobody else's classes: what Maven resolves for a plugin is paid for in every build. */
@ExtendWith(ProjectsOfTest.class)
class PublishedPluginIT {

    /** What a site hands to a report: under its own name, or the site would not know it. */
    private static final Pattern REPORTING =
            Pattern.compile("org/apache/maven/(reporting/MavenReport\\w*|doxia/sink/\\w+)\\.class");

    @ParameterizedTest
    @EnumSource(Maven.class)
    @Tag("network")
    void mavenResolvesAtMostThreeArtifacts(Maven maven, Projects projects) throws IOException {
        Machine machine = Machine.fresh(projects.folder().resolve("machine"));

        projects.copy("nothing-but-help")
                .maven(maven)
                .on(machine)
                .run("validate")
                .succeeds();

        assertThat(jarsIn(machine.localRepository()))
                .contains(Published.jar().getFileName().toString())
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void allClassesAreOurs() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .hasSizeGreaterThan(100)
                .allMatch(name -> name.startsWith("io/github/pythonenv/")
                        || REPORTING.matcher(name).matches());
    }

    @Test
    void whatWasTakenInIsFoundUnderItsNewName() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
                .isNotEmpty()
                .allSatisfy(service -> {
                    assertThat(service).startsWith("META-INF/services/io.github.pythonenv.shaded.");
                    for (String provider : read(service).lines().toList()) {
                        assertThat(entries()).contains(provider.replace('.', '/') + ".class");
                    }
                });
    }

    @Test
    void descriptorAndPomNameNoDependencies() throws IOException {
        assertThat(read("META-INF/maven/plugin.xml"))
                .contains("<goalPrefix>python-env</goalPrefix>")
                .doesNotContain("<dependency>");
        assertThat(read("META-INF/maven/io.github.pythonenv/python-env-maven-plugin/pom.xml"))
                .contains("<artifactId>python-env-maven-plugin</artifactId>")
                .doesNotContain("<dependency>", "<parent>");
    }

    private static List<String> jarsIn(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(Published.jar().toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String read(String entry) throws IOException {
        try (JarFile jar = new JarFile(Published.jar().toFile());
                InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
