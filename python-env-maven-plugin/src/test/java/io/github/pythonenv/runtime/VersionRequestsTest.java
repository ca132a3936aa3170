package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRequestsTest {
    @TempDir
    Path checkout;

    @BeforeEach
    void makeACheckout() throws IOException {
        // The root of a checkout ends every search: what lies above the temporary folder cannot disturb.
        Files.createDirectory(checkout.resolve(".git"));
    }

    @Test
    void findsNothingWhereNothingIsSaid() throws IOException {
        write("pyproject.toml", "[project]\nname = 'x'\n");

        assertThat(VersionRequests.discover(checkout)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3.14                              | 3.14
            cpython-3.14                      | 3.14
            cpython@3.14.3                    | 3.14.3
            CPython3.13                       | 3.13
            python3.13                        | 3.13
            cpython-3.12.1-linux-x86_64-gnu   | 3.12.1
            >=3.12                            | >=3.12
            """)
    void readsTheFormsOfPythonVersionFiles(String line, String request) throws IOException {
        Path file = write(".python-version", "# ours\r\n\r\n  " + line + "  \r\n3.9\r\n");

        assertThat(VersionRequests.discover(checkout))
                .contains(new DiscoveredRequest(VersionRequest.parse(request), file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pypy3.10", "pypy@3.10", "pypy-3.10-v7.3", "graalpy-24.1", "miniconda3-4.7.12", "pypy"})
    void saysThatOnlyCPythonCanBeProvided(String line) throws IOException {
        Path file = write(".python-version", line + "\n");

        assertThatThrownBy(() -> VersionRequests.discover(checkout))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(line)
                .hasMessageContaining("only CPython");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.14t", "3.15-dev", "/usr/bin/python3", "system", "my-env"})
    void saysWhatAVersionFileMayNotHold(String line) throws IOException {
        write(".python-version", line + "\n");

        assertThatThrownBy(() -> VersionRequests.discover(checkout))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("'" + line + "'");
    }

    @Test
    void prefersTheVersionFileAbove() throws IOException {
        Path file = write(".python-version", "3.13\n");
        write("module/pom.xml", "<project/>");
        write("module/deep/requirements.txt", "");

        assertThat(VersionRequests.discover(checkout.resolve("module/deep")))
                .contains(new DiscoveredRequest(VersionRequest.parse("3.13"), file));
    }

    @Test
    void prefersTheVersionFileToTheProjectFile() throws IOException {
        write("pyproject.toml", "[project]\nrequires-python = '>=3.12'\n");
        Path file = write(".python-version", "3.13\n");

        assertThat(VersionRequests.discover(checkout))
                .contains(new DiscoveredRequest(VersionRequest.parse("3.13"), file));
    }

    @Test
    void looksFurtherWhereAVersionFileIsEmpty() throws IOException {
        Path file = write("pyproject.toml", "[project]\nrequires-python = '>=3.12'\n");
        write(".python-version", "# nothing yet\n");

        assertThat(VersionRequests.discover(checkout))
                .contains(new DiscoveredRequest(VersionRequest.parse(">=3.12"), file));
    }

    @Test
    void endsAtTheProject() throws IOException {
        write(".python-version", "3.9\n");
        write("other/pyproject.toml", "[project]\nname = 'x'\n");
        write("other/src/x.py", "");

        assertThat(VersionRequests.discover(checkout.resolve("other/src"))).isEmpty();
    }

    @Test
    void endsAtTheWorkspaceOfTheProject() throws IOException {
        write("pyproject.toml", "[tool.uv.workspace]\nmembers = ['*']\n");
        Path file = write(".python-version", "3.13\n");
        write("member/pyproject.toml", "[project]\nname = 'x'\nrequires-python = '>=3.9'\n");

        assertThat(VersionRequests.discover(checkout.resolve("member")))
                .contains(new DiscoveredRequest(VersionRequest.parse("3.13"), file));
    }

    @Test
    void doesNotLookAboveTheCheckout() throws IOException {
        write(".python-version", "3.9\n");
        Files.createDirectories(checkout.resolve("inner/.git"));

        assertThat(VersionRequests.discover(checkout.resolve("inner"))).isEmpty();
    }

    @Test
    void saysThatAFileIsNotText() throws IOException {
        Files.write(checkout.resolve(".python-version"), "3.14 \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> VersionRequests.discover(checkout))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(".python-version");
    }

    private Path write(String name, String text) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
