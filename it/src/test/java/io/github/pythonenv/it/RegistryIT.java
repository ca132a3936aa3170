package io.github.pythonenv.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.it.harness.Build;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.MavenRun;
import io.github.pythonenv.it.harness.Projects;
import io.github.pythonenv.it.harness.ProjectsOfTest;
import io.github.pythonenv.it.harness.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The registry, as a person uses it: in a folder without a POM. */
@ExtendWith(ProjectsOfTest.class)
@Tag("network")
class RegistryIT {
    private static final Path SYSTEMS = Path.of("/usr/bin/python3");

    @ParameterizedTest
    @EnumSource(Maven.class)
    void anEmptyStoreHasNoneAndNothingIsStartedToSayThat(Maven maven, Projects projects) {
        MavenProject folder = projects.empty("anywhere");

        Build build = folder.maven(maven)
                .on(Machine.shared().withStore(projects.folder().resolve("store")))
                .with("-Dpython-env.outputFile=" + folder.file("list.json"))
                .watchingProcesses()
                .run("python-env:runtimes")
                .succeeds();

        assertThat(build.output()).contains("No runtime is known.", "-Dpython-env.action=discover");
        assertThat(build.processes()).isEmpty();
        assertThat(json(folder.read("list.json")).get("runtimes")).isEmpty();
    }

    @Test
    void systemsPythonsAreFoundTriedPreferredAndForgotten(Projects projects) {
        assumeTrue(Files.exists(SYSTEMS), "this machine has no " + SYSTEMS);
        MavenProject folder = projects.empty("anywhere");
        MavenRun maven =
                folder.maven().on(Machine.shared().withStore(projects.folder().resolve("store")));

        List<JsonNode> found = runtimes(folder, maven, "-Dpython-env.action=discover");

        assertThat(found).isNotEmpty();
        assertThat(texts(found, "executable")).doesNotHaveDuplicates().noneMatch(path -> path.contains("/shims/"));
        assertThat(texts(found, "status")).containsOnly("NotInitialized");

        String id = idOf(runtimes(folder, maven, "-Dpython-env.action=register", "-Dpython-env.executable=" + SYSTEMS));
        runtimes(folder, maven, "-Dpython-env.action=default", "-Dpython-env.runtime=" + id);
        JsonNode one = one(runtimes(folder, maven, "-Dpython-env.action=health", "-Dpython-env.runtime=" + id), id);
        assertThat(one.get("status").asString()).isEqualTo("Ready");
        assertThat(one.get("default").asBoolean()).isTrue();
        assertThat(one.get("environments")).isEmpty();

        String printed = maven.with("-q", "-Dpython-env.output=json")
                .run("python-env:runtimes")
                .succeeds()
                .output();
        assertThat(texts(nodes(json(printed.substring(printed.indexOf('{')))), "id"))
                .contains(id);

        assertThat(texts(runtimes(folder, maven, "-Dpython-env.action=remove", "-Dpython-env.runtime=" + id), "id"))
                .doesNotContain(id)
                .hasSize(found.size() - 1);
        assertThat(SYSTEMS).exists();
    }

    @Test
    void wrongInputsSayWhatToDo(Projects projects) {
        MavenProject folder = projects.empty("anywhere");
        MavenRun maven =
                folder.maven().on(Machine.shared().withStore(projects.folder().resolve("store")));

        assertThat(maven.with("-Dpython-env.action=lits")
                        .run("python-env:runtimes")
                        .fails()
                        .output())
                .contains("There is no action 'lits'", "list, discover, register");
        assertThat(maven.with("-Dpython-env.action=default")
                        .run("python-env:runtimes")
                        .fails()
                        .output())
                .contains("Nobody says which runtime is meant", "-Dpython-env.runtime=<id>");
        assertThat(maven.with("-Dpython-env.action=remove", "-Dpython-env.runtime=3.99")
                        .run("python-env:runtimes")
                        .fails()
                        .output())
                .contains("knows no runtime '3.99'");
        assertThat(maven.with("-Dpython-env.action=register", "-Dpython-env.executable=/bin/sh")
                        .run("python-env:runtimes")
                        .fails()
                        .output())
                .contains("/bin/sh cannot be registered");
    }

    @Test
    void anEnvironmentOnTheSystemsPython(Projects projects) {
        assumeTrue(Files.exists(SYSTEMS), "this machine has no " + SYSTEMS);
        MavenProject project = projects.copy("requirements");
        MavenRun maven =
                project.maven().on(Machine.shared().withStore(projects.folder().resolve("store")));
        List<JsonNode> registered =
                runtimes(project, maven, "-Dpython-env.action=register", "-Dpython-env.executable=" + SYSTEMS);
        JsonNode system = one(registered, idOf(registered));
        // Of several Pythons of one version, the default is taken.
        runtimes(project, maven, "-Dpython-env.action=default", "-Dpython-env.runtime=" + idOf(registered));
        project.write(
                "pom.xml",
                project.read("pom.xml")
                        .replace(
                                "<pythonVersion>3<",
                                "<source>system</source><pythonVersion>"
                                        + system.get("version").asString() + "<"));

        maven.run("validate").succeeds();

        assertThat(Path.of(project.venv().python("import sys; print(sys.base_prefix)")))
                .isEqualTo(Path.of("/usr"));
        assertThat(project.venv().python("import humanize; print(humanize.intcomma(1234567))"))
                .isEqualTo("1,234,567");
        JsonNode used = one(runtimes(project, maven), idOf(registered));
        assertThat(used.get("environments").get(0).asString())
                .isEqualTo(project.file(".venv").toString());
        Build again = maven.with("-o").watchingProcesses().run("validate").succeeds();
        assertThat(again.processes()).isEmpty();
    }

    @Test
    void whatNoEnvironmentStandsOnIsPruned(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements");
        Path store = projects.folder().resolve("store");
        MavenRun maven = project.maven().on(Machine.shared().withStore(store));
        maven.run("validate").succeeds();
        Path runtime;
        try (Stream<Path> stored = Files.list(store.resolve("runtimes"))) {
            runtime = stored.findFirst().orElseThrow();
        }
        String id = runtime.getFileName().toString();
        assertThat(one(runtimes(project, maven), id).get("status").asString()).isEqualTo("Ready");
        Files.setLastModifiedTime(runtime, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        assertThat(prune(maven)).contains(id + " stays:");

        Files.move(project.file(".venv"), project.file("moved"));
        assertThat(prune(maven)).contains(id + " would be removed", "-Dpython-env.force");
        assertThat(runtime).exists();
        assertThat(prune(maven.with("-Dpython-env.force"))).contains(id + " was removed");
        assertThat(runtime).doesNotExist();
        assertThat(runtimes(project, maven)).isEmpty();

        // Nothing is lost: the next build makes it again.
        maven.run("validate").succeeds();
        assertThat(runtime).exists();

        Files.delete(runtime.resolve("bin").resolve("python" + id.replaceFirst("cpython-(\\d+\\.\\d+).*", "$1")));
        assertThat(maven.run("validate").succeeds().output()).contains("lost its interpreter");
        assertThat(project.venv().python("import humanize; print(humanize.intcomma(1000))"))
                .isEqualTo("1,000");
    }

    @Test
    void aStoreOfOthersIsUsedAndNotWritten(Projects projects) throws IOException {
        MavenProject project = projects.copy("requirements");
        Path theirs = projects.folder().resolve("theirs");
        Path own = projects.folder().resolve("own");
        project.maven().on(Machine.shared().withStore(theirs)).run("validate").succeeds();
        List<Path> before = files(theirs);
        MavenProject other = projects.copy("requirements", "other");

        other.maven()
                .on(Machine.shared().withStore(own))
                .environment("PYTHON_ENV_SHARED_HOME", theirs.toString())
                .run("validate")
                .succeeds();

        assertThat(files(theirs)).isEqualTo(before);
        assertThat(own.resolve("runtimes")).doesNotExist();
        assertThat(own.resolve("tools")).doesNotExist();
        assertThat(Path.of(other.venv().python("import sys; print(sys.base_prefix)")))
                .startsWith(theirs);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.toString().contains("__pycache__"))
                    .sorted()
                    .toList();
        }
    }

    private static String prune(MavenRun maven) {
        return maven.with("-Dpython-env.action=prune")
                .run("python-env:runtimes")
                .succeeds()
                .output();
    }

    private static List<JsonNode> runtimes(MavenProject folder, MavenRun maven, String... options) {
        Path file = folder.file("runtimes.json");
        maven.with(options)
                .with("-Dpython-env.outputFile=" + file)
                .run("python-env:runtimes")
                .succeeds();
        return nodes(json(folder.read("runtimes.json")));
    }

    private static JsonNode json(String text) {
        return PublishedSchema.read("runtimes-1.0", text);
    }

    private static List<JsonNode> nodes(JsonNode result) {
        return result.get("runtimes").valueStream().toList();
    }

    private static List<String> texts(List<JsonNode> nodes, String key) {
        return nodes.stream().map(node -> node.get(key).asString()).toList();
    }

    private static JsonNode one(List<JsonNode> nodes, String id) {
        return nodes.stream()
                .filter(node -> node.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + nodes));
    }

    /** The id of the system's own. */
    private static String idOf(List<JsonNode> nodes) {
        return nodes.stream()
                .filter(node -> isSystems(Path.of(node.get("executable").asString())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(SYSTEMS + " is not among " + nodes))
                .get("id")
                .asString();
    }

    private static boolean isSystems(Path executable) {
        try {
            return Files.isSameFile(executable, SYSTEMS);
        } catch (IOException e) {
            return false;
        }
    }
}
