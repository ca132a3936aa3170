package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ProjectFileTest {

    private static final Path SCHEMA = Path.of("..", "docs", "schemas", "python-env-1.0.schema.json");

    @TempDir
    Path project;

    @Test
    void nothingWhereThereIsNone() {
        assertThat(ProjectFile.read(project, Optional.empty())).isEqualTo(Declarations.NONE);
    }

    @Test
    void aNamedOneHasToBeThere() {
        Path other = project.resolve("other.json");

        assertThatThrownBy(() -> ProjectFile.read(project, Optional.of(other)))
                .isInstanceOf(UserFailure.class)
                .hasMessage(other + " is configured as <configFile>, and there is no such file.");
        assertThatThrownBy(() -> ProjectFile.read(project, Optional.of(project)))
                .isInstanceOf(UserFailure.class)
                .hasMessage(project + " is configured as <configFile>, and is a folder.");
    }

    @Test
    void readsWhatHoldsForAllAndForEach() throws IOException {
        Declarations read = read("""
                {"python": {"version": "3.12"},
                 "defaults": {"extras": ["cli"]},
                 "environments": {
                   "main": {"purpose": "Main", "requirements": ["requirements.txt"]},
                   "dev": {"python": {"version": "3.14"}, "packages": "pytest", "enabled": false}}}
                """);

        assertThat(read.shared().text(Setting.PYTHON_VERSION)).contains("3.12");
        assertThat(read.shared().texts(Setting.EXTRAS)).containsExactly("cli");
        assertThat(read.environments().keySet()).containsExactly("main", "dev");
        assertThat(read.environments().get("main").paths(Setting.REQUIREMENTS))
                .containsExactly(project.resolve("requirements.txt"));
        assertThat(read.environments().get("dev").texts(Setting.PACKAGES)).containsExactly("pytest");
        assertThat(read.environments().get("dev").yes(Setting.ENABLED, true)).isFalse();
    }

    @Test
    void knowsWhereEachStands() throws IOException {
        Declarations read = read("""
                {
                  "python": {"version": "3.12"}
                }
                """);

        assertThat(read.shared().origin(Setting.PYTHON_VERSION))
                .contains(new Origin(Origin.Level.FILE, "python-env.json, line 2, column 25"));
    }

    @Test
    void readsTheFlatForm() throws IOException {
        Settings shared = read("""
                {"venvDirectory": "env", "requirementsFile": "r.txt", "pythonVersion": "3.13", "autoCleanup": true}
                """).shared();

        assertThat(shared.path(Setting.DIRECTORY)).contains(project.resolve("env"));
        assertThat(shared.paths(Setting.REQUIREMENTS)).containsExactly(project.resolve("r.txt"));
        assertThat(shared.text(Setting.PYTHON_VERSION)).contains("3.13");
        assertThat(shared.yes(Setting.AUTO_CLEANUP, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"pyhton\": {}} | line 1, column 12 | did you mean \"python\"?",
                "{\"python\": {\"verion\": \"3\"}} | line 1, column 23 | did you mean \"version\"?",
                "{\"packages\": []} | line 1, column 14 | write it in \"defaults\"",
                "{\"environments\": {\"a\": {\"package\": []}}} | column 36 | did you mean \"packages\"?",
                "{\"environments\": {\"a\": {\"autoCleanup\": true}}} | column 40 | of the whole project",
                "{\"python\": {\"version\": 3.14}} | line 1, column 24 | \"python.version\" has to be a text",
                "{\"python\": \"3.14\"} | line 1, column 12 | \"python\" has to be an object with archive",
                "{\"environments\": []} | column 18 | \"environments\" has to be an object",
                "{\"defaults\": {\"editable\": \"yes\"}} | column 27 | has to be true or false",
                "{\"retention\": {\"generations\": 1.5}} | column 31 | has to be a whole number",
                "{\"requirementsFile\": 3} | column 22 | \"requirementsFile\" has to be a list of paths",
                "{\"defaults\": {\"variables\": {\"A\": 1}}} | column 28 | has to be texts by name",
                "{\"python\": {}, \"python\": {}} | column 16 | is there twice",
                "{\"python\": null} | column 12 | null says nothing",
                "[] | column 1 | is one JSON object",
                "{} {} | column 4 | something follows",
                "{'python': 1} | line 1 | is no JSON",
                "{\"python\": | line 1 | is no JSON",
            })
    void saysWhereAndWhatIsWrong(String json, String place, String what) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("python-env.json")
                .hasMessageContaining(place)
                .hasMessageContaining(what);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        assertThatThrownBy(() -> read("{\"pyhton\": {}, \"defaults\": {\"extra\": 1}}"))
                .hasMessageContaining("2 faults")
                .hasMessageContaining("\"python\"")
                .hasMessageContaining("\"extras\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"python\": {\"version\": \"3.12\"}, \"environments\": {\"a-b\": {\"purpose\": \"x\"}}}",
                "{\"environments\": {\"a\": {\"packages\": [\"numpy>=2,<3\"], \"retention\": {\"generations\": 3}}}}",
                "{\"venvDirectory\": \"env\", \"requirementsFile\": \"r.txt\", \"pythonVersion\": \"3.13\"}",
                "{\"lockMode\": \"locked\", \"excludeNewer\": \"2026-11-01\"}",
                "{\"audit\": {\"ignore\": {\"CVE-1\": \"not reached\"}, \"onFound\": \"warn\"}}",
                "{\"audit\": {\"ignore\": [\"CVE-1\"]}}",
                "{\"pyhton\": {}}",
                "{\"environments\": {\"a\": {\"package\": []}}}",
                "{\"environments\": {\"a\": {\"autoCleanup\": true}}}",
                "{\"python\": {\"version\": 3.14}}",
                "{\"python\": \"3.14\"}",
                "{\"environments\": []}",
                "{\"defaults\": {\"editable\": \"yes\"}}",
                "{\"retention\": {\"generations\": 1.5}}",
                "{\"retention\": {\"days\": 30}}",
                "{\"defaults\": {\"variables\": {\"A\": 1}}}",
            })
    void theSchemaSaysTheSame(String json) throws IOException {
        boolean read = reads(json);

        assertThat(schema().validate(json, InputFormat.JSON).isEmpty()).isEqualTo(read);
    }

    @Test
    void theSchemaHasAllSettings() throws IOException {
        for (Setting setting : Setting.values()) {
            String key = setting.path().substring(setting.path().lastIndexOf('.') + 1);
            assertThat(Files.readString(SCHEMA)).contains("\"" + key + "\"");
        }
        assertThat(propertiesAt("/properties")).containsExactlyInAnyOrderElementsOf(ProjectFile.keys());
        assertThat(properties("environment"))
                .containsExactlyElementsOf(without(SettingsReader.keysIn(""), "autoCleanup", "doctor"));
        assertThat(properties("audit")).containsExactlyElementsOf(SettingsReader.keysIn("audit."));
        assertThat(properties("python")).containsExactlyElementsOf(SettingsReader.keysIn("python."));
        assertThat(properties("uv")).containsExactlyElementsOf(SettingsReader.keysIn("uv."));
        assertThat(properties("index")).containsExactlyElementsOf(SettingsReader.keysIn("index."));
        assertThat(properties("retention")).containsExactlyElementsOf(SettingsReader.keysIn("retention."));
        assertThat(properties("validation")).containsExactlyElementsOf(SettingsReader.keysIn("validation."));
        assertThat(properties("doctor")).containsExactlyElementsOf(SettingsReader.keysIn("doctor."));
    }

    @Test
    void theSchemaIsInThePlugin() throws IOException {
        try (var shipped = ProjectFile.class.getResourceAsStream("/META-INF/schemas/python-env-1.0.schema.json")) {
            assertThat(shipped).hasContent(Files.readString(SCHEMA));
        }
    }

    private static List<String> without(List<String> keys, String... some) {
        return keys.stream().filter(key -> !List.of(some).contains(key)).toList();
    }

    private static Set<String> properties(String definition) throws IOException {
        return propertiesAt("/$defs/" + definition + "/properties");
    }

    private static Set<String> propertiesAt(String place) throws IOException {
        Set<String> names = new TreeSet<>();
        JsonMapper.builder()
                .build()
                .readTree(Files.readString(SCHEMA))
                .at(place)
                .propertyNames()
                .forEach(names::add);
        return names;
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    }

    private boolean reads(String json) throws IOException {
        try {
            read(json);
            return true;
        } catch (UserFailure refused) {
            return false;
        }
    }

    private Declarations read(String json) throws IOException {
        Files.writeString(project.resolve(ProjectFile.NAME), json);
        return ProjectFile.read(project, Optional.empty());
    }

    @Test
    void theEnvironmentsKeepTheirOrder() throws IOException {
        Map<String, Settings> environments =
                read("{\"environments\": {\"z\": {}, \"a\": {}, \"m\": {}}}").environments();

        assertThat(environments.keySet()).containsExactly("z", "a", "m");
    }
}
