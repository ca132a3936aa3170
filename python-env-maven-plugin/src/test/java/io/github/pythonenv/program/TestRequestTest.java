package io.github.pythonenv.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRequestTest {

    @TempDir
    Path project;

    private Path sitePackages;

    @BeforeEach
    void prepare() throws IOException {
        sitePackages = Files.createDirectories(project.resolve("site-packages"));
    }

    @Test
    void findsTheTestsOfAMavenProjectBeforeThoseOfAPythonOne() throws IOException {
        assertThat(all().nothingToRun(true))
                .hasValueSatisfying(why -> assertThat(why).contains("src/test/python"));
        Path tests = folder("tests");
        assertThat(all().folders()).isEqualTo(new TestFolders.In(List.of(tests)));
        Path usual = folder("src/test/python");
        assertThat(all().folders()).isEqualTo(new TestFolders.In(List.of(usual)));
        assertThat(all().nothingToRun(true)).isEmpty();
    }

    @Test
    void leavesItToPytestWhereItsConfigurationSaysIt() throws IOException {
        folder("tests");
        Files.writeString(project.resolve("pytest.ini"), "[pytest]\ntestpaths = checks\n");

        Path checks = project.resolve("checks");
        assertThat(all().folders()).isEqualTo(new TestFolders.Configured(List.of(checks)));
        assertThat(all().folders().paths()).isEmpty();
        assertThat(all().nothingToRun(true)).isEmpty();
        // pytest heeds testpaths only where it starts.
        Path module = folder("module/tests");
        assertThat(of(module.getParent(), List.of(), null, null).folders())
                .isEqualTo(new TestFolders.In(List.of(module)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pytest.ini | [pytest]%ntestpaths =%n    more%n    checks # all%naddopts = -q%n",
                "pytest.ini | [pytest]%ntestpaths = more checks%n",
                "pyproject.toml | [tool.pytest.ini_options]%ntestpaths = [\"more\",%n  \"checks\"]%n",
                "pyproject.toml | [tool.pytest.ini_options]%ntestpaths = ['*/none', 'checks']%n",
            })
    void findsASelectedFileWhereItsConfigurationSaysIt(String file, String configuration) throws IOException {
        Path test = Files.createFile(folder("checks").resolve("test_sums.py"));

        for (String lineEnd : List.of("\n", "\r\n")) {
            Files.writeString(project.resolve(file), configuration.replace("%n", lineEnd));
            assertThat(of(project, List.of(), "test_sums.py::test_add", null)
                            .selection()
                            .nodes())
                    .containsExactly(test + "::test_add");
        }
    }

    @Test
    void wantsNamedFoldersToBeThere() throws IOException {
        Path checks = folder("checks");

        assertThat(of(project, List.of(Path.of("checks")), null, null).folders())
                .isEqualTo(new TestFolders.In(List.of(checks)));
        assertThatThrownBy(() -> of(project, List.of(Path.of("chekcs")), null, null))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("chekcs");
    }

    @Test
    void wantsASelectedFileToBeThereWhereThereIsOneModuleOnly() throws IOException {
        folder("tests");
        TestRequest request = of(project, List.of(), "test_of_another_module.py", null);

        assertThat(request.nothingToRun(false)).isPresent();
        assertThatThrownBy(() -> request.nothingToRun(true))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("test_of_another_module.py");
    }

    @Test
    void saysWhatToAddWhereThereIsNoPytest() throws IOException {
        folder("tests");

        assertThatThrownBy(() -> pytest(all()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("no pytest in the environment 'dev'")
                .extracting(e -> ((UserFailure) e).hint())
                .asString()
                .contains("requirements.txt", "uv add --dev pytest", "<packages>");
    }

    @Test
    void wantsPytestCovWhereAMinimumIsAskedFor() throws IOException {
        folder("tests");
        Files.createDirectories(sitePackages.resolve("pytest"));

        assertThat(pytest(all()).coverage()).isEmpty();
        assertThatThrownBy(() -> pytest(of(project, List.of(), null, 80.0)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("pytest-cov");
        assertThatThrownBy(() -> of(project, List.of(), null, 101.0)).hasMessageContaining("101");
        assertThatThrownBy(() -> of(project, List.of(), null, Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void measuresCoverageOfAllTestsOnly() throws IOException {
        folder("tests");
        Files.createDirectories(sitePackages.resolve("pytest"));
        Files.createDirectories(sitePackages.resolve("pytest_cov"));

        assertThat(pytest(of(project, List.of(), null, 80.0)).coverage())
                .hasValueSatisfying(coverage -> assertThat(coverage.minimum()).isEqualTo(80.0));
        assertThat(pytest(of(project, List.of(), "test_add", 80.0)).coverage()).isEmpty();
    }

    private TestRequest all() {
        return of(project, List.of(), null, null);
    }

    private static TestRequest of(
            Path project, List<Path> named, @Nullable String selection, @Nullable Double minimum) {
        return TestRequest.of(project, "dev", named, selection, true, minimum, null);
    }

    private Pytest pytest(TestRequest request) {
        return request.pytest(sitePackages, project.resolve("reports"), project.resolve("coverage"));
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(project.resolve(name));
    }
}
