package io.github.pythonenv.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/** Every file of every project that can be chosen. */
class ProjectFilesTest {

    private static final Path SOURCES = Path.of("src/main/resources/io/github/pythonenv/scaffold/files");

    /** Words that nobody should meet who did not choose the part. */
    private static final Map<ProjectPart, List<String>> WORDS = Map.of(
            ProjectPart.JAVA, List.of("maven-surefire", "junit-jupiter", "src/main/java", ".java"),
            ProjectPart.CONTAINER, List.of("docker", "compose", "container"),
            ProjectPart.CI, List.of("workflow", "github/"),
            ProjectPart.QUALITY, List.of("detect-secrets", "pre-commit", "memray", "scan_secrets", "src/build"));

    @Test
    void listsItsResources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(ProjectFiles.resources())
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                            .toList());
        }
    }

    static List<Answers> projects() {
        List<Answers> all = new ArrayList<>();
        for (ProjectTemplate template : ProjectTemplate.values()) {
            for (Set<ProjectPart> parts : choices(List.of(ProjectPart.values()))) {
                Map<String, String> given = new HashMap<>(Map.of("template", template.label()));
                for (ProjectPart part : ProjectPart.values()) {
                    given.put(part.label(), String.valueOf(parts.contains(part)));
                }
                all.add(AnswersTest.answers(given));
            }
            if (template.computes()) {
                for (String accelerator : List.of("cpu", "cuda", "cuda-12.6", "rocm", "rocm-6.4")) {
                    all.add(AnswersTest.answers(
                            Map.of("template", template.label(), "accelerator", accelerator, "java", "true")));
                }
            }
        }
        return all;
    }

    /** All of them, each there or not. */
    private static List<Set<ProjectPart>> choices(List<ProjectPart> parts) {
        if (parts.isEmpty()) {
            return List.of(EnumSet.noneOf(ProjectPart.class));
        }
        List<Set<ProjectPart>> all = new ArrayList<>(choices(parts.subList(1, parts.size())));
        for (Set<ProjectPart> without : List.copyOf(all)) {
            Set<ProjectPart> with = EnumSet.copyOf(without);
            with.add(parts.get(0));
            all.add(with);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("projects")
    void areWhole(Answers answers) {
        List<ProjectFile> files = ProjectFiles.of(answers);

        assertThat(files).extracting(ProjectFile::path).doesNotHaveDuplicates().contains("pom.xml", ".gitignore");
        for (ProjectFile file : files) {
            assertThat(file.path()).doesNotContain("@", "dot-", "..");
            assertThat(file.text())
                    .as(file.path())
                    .doesNotContain("%if", "%end", "%else", "\t", "\r", "\n\n\n\n")
                    .doesNotContainPattern("@[a-zA-Z]+@")
                    .doesNotContainPattern("(?m)[ \\t]$");
            parse(file);
        }
    }

    private static void parse(ProjectFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        try {
            if (name.endsWith(".xml")) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(file.text())));
            } else if (name.endsWith(".json")) {
                new JsonMapper().readTree(file.text());
            } else if (name.endsWith(".toml")) {
                new TomlMapper().readTree(file.text());
            } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                new Load(LoadSettings.builder().build()).loadFromString(file.text());
            }
        } catch (Exception e) {
            throw new AssertionError(file.path() + ": " + e + "\n" + file.text(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void speakOfNothingThatWasNotChosen(Answers answers) {
        Set<ProjectPart> left = EnumSet.allOf(ProjectPart.class);
        left.removeAll(answers.parts());
        for (ProjectFile file : ProjectFiles.of(answers)) {
            String all = (file.path() + "\n" + file.text()).toLowerCase(Locale.ROOT);
            for (ProjectPart part : left) {
                assertThat(all).as(part + " in " + file.path()).doesNotContain(WORDS.get(part));
            }
            if (!answers.template().computes()) {
                assertThat(all).as("a GPU in " + file.path()).doesNotContain("cuda", "rocm", "gpu", "torch");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void nameNoIndex(Answers answers) {
        for (ProjectFile file : ProjectFiles.of(answers)) {
            assertThat(file.text()).as(file.path()).doesNotContain("pypi.", "download.pytorch", "index-url");
        }
    }
}
