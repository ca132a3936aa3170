package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequiresPythonTest {
    private static final Path FILE = Path.of("pyproject.toml");

    static Stream<String> stating() {
        return Stream.of(
                "[project]\nname = \"x\"\nrequires-python = \">=3.12,<3.14\"\n",
                "[project]\r\nrequires-python=\">=3.12,<3.14\" # why\r\n",
                "[ project ] # ours\n  requires-python = '>=3.12,<3.14'\n",
                "project.requires-python = '>=3.12,<3.14'\n",
                "project = { requires-python = \">=3.12,<3.14\" }\n",
                "[\"project\"]\n\"requires-python\" = \">=3.12,<3.14\"\n",
                "[project]\nrequires-python = \">=3.12\\u002C<3.14\"\n",
                "[project]\nrequires-python = \"\"\">=3.12,<3.14\"\"\"\n",
                "[project]\nclassifiers = [\n  [\"odd\"],\n]\nrequires-python = \">=3.12,<3.14\"\n",
                "[tool.x]\nrequires-python = \">=3.9\"\n[project]\nrequires-python = \">=3.12,<3.14\"\n",
                "[project]\ndescription = \"\"\"\n[project]\nrequires-python = \">=3.9\"\n\"\"\"\n"
                        + "requires-python = \">=3.12,<3.14\"\n");
    }

    @ParameterizedTest
    @MethodSource("stating")
    void readsTheKeyOfTheProjectTable(String text) {
        assertThat(RequiresPython.request(text, FILE)).contains(VersionRequest.parse(">=3.12,<3.14"));
    }

    static Stream<String> silent() {
        return Stream.of(
                "",
                "[project]\nname = \"x\"\n",
                "[project]\nrequires-python = \"\"\n",
                "[project]\nrequires-python = 3\n",
                "# requires-python = \">=3.12\"\n[project]\nname = \"x\"\n",
                "[tool.poetry]\nrequires-python = \">=3.12\"\n",
                "[[project.requires-python]]\nx = 1\n",
                "[tool.x]\ntext = '''\n[project]\nrequires-python = \">=3.9\"\n'''\n");
    }

    @ParameterizedTest
    @MethodSource("silent")
    void findsNothingElsewhere(String text) {
        assertThat(RequiresPython.request(text, FILE)).isEmpty();
    }

    @Test
    void saysThatTheFileIsNotToml() {
        assertThatThrownBy(() -> RequiresPython.request("project requires-python\n", FILE))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("pyproject.toml is not valid TOML");
    }

    @Test
    void namesTheFileOfAMalformedRequest() {
        assertThatThrownBy(() -> RequiresPython.request("[project]\nrequires-python = \"^3.12\"\n", FILE))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("requires-python in pyproject.toml")
                .hasMessageContaining("'^3.12'");
    }
}
