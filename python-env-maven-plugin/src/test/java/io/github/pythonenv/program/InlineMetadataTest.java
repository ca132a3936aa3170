package io.github.pythonenv.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.VersionRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineMetadataTest {

    @TempDir
    Path folder;

    /** The example of PEP 723. */
    private static final String EXAMPLE = """
            #!/usr/bin/env python
            # /// script
            # requires-python = ">=3.11"
            # dependencies = [
            #   "requests<3",
            #   "rich",
            # ]
            # ///

            import requests
            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void readsTheExampleOfTheStandard(String lineEnd) throws IOException {
        assertThat(read(EXAMPLE.replace("\n", lineEnd)))
                .contains(
                        new InlineMetadata(List.of("requests<3", "rich"), Optional.of(VersionRequest.parse(">=3.11"))));
    }

    @Test
    void takesWhatIsNotThereForNothing() throws IOException {
        assertThat(read("# /// script\n#\n# ///\n")).contains(new InlineMetadata(List.of(), Optional.empty()));
        assertThat(read("import sys\n")).isEmpty();
    }

    @Test
    void goesOnToTheLastEndAmongTheComments() throws IOException {
        // As the standard has it: a text in the metadata may hold what looks like an end.
        assertThat(read("""
                        # /// script
                        # dependencies = []
                        # [tool.embedded]
                        # csharp = '''
                        # /// <summary>
                        # ///
                        # '''
                        # ///
                        """)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# /// script\n# dependencies = ['a']\n\n# ///\n",
                "# /// script\n# dependencies = ['a']\n#no space\n# ///\n",
                " # /// script\n # dependencies = ['a']\n # ///\n",
                "# /// pyproject\n# dependencies = ['a']\n# ///\n",
                "# /// script\n# dependencies = ['a']\n"
            })
    void passesOverWhatIsNoBlockOfAScript(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "dependencies = [ | no TOML",
                "dependencies = 'rich' | no list",
                "dependencies = [1] | a text belongs",
                "requires-python = 3.12 | a text belongs",
                "requires-python = 'new' | no version of Python",
                "tool.uv.sources.a.path = 'a' | [tool.uv]",
            })
    void saysWhatIsWrong(String line, String words) {
        assertThatThrownBy(() -> read("# /// script\n# " + line + "\n# ///\n"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(words);
    }

    @Test
    void refusesTwoBlocks() {
        assertThatThrownBy(() -> read(EXAMPLE + EXAMPLE))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("more than one");
    }

    @Test
    void passesOverAScriptThatIsNoUtf8() throws IOException {
        Path script = folder.resolve("latin.py");
        Files.write(script, ("# coding: latin-1\n" + EXAMPLE + "ä").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(InlineMetadata.in(script)).isEmpty();
    }

    private Optional<InlineMetadata> read(String text) throws IOException {
        return InlineMetadata.in(Files.writeString(folder.resolve("script.py"), text));
    }
}
