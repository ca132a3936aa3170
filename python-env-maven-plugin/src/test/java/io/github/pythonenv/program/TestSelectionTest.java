package io.github.pythonenv.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSelectionTest {

    @TempDir
    Path project;

    private Path tests;

    @BeforeEach
    void prepare() throws IOException {
        tests = Files.createDirectories(project.resolve("src/test/python"));
        Files.createDirectories(tests.resolve("slow"));
        Files.writeString(tests.resolve("test_sums.py"), "");
        Files.writeString(project.resolve("check.py"), "");
    }

    @Test
    void findsFilesInTheProjectAndAmongTheTests() {
        assertThat(of("check.py, test_sums.py,slow").nodes())
                .containsExactly(
                        project.resolve("check.py").toString(),
                        tests.resolve("test_sums.py").toString(),
                        tests.resolve("slow").toString());
        assertThat(of("src/test/python/test_sums.py::TestAdd::test_two").nodes())
                .containsExactly(tests.resolve("test_sums.py") + "::TestAdd::test_two");
    }

    @Test
    void leavesBracketsWhole() {
        assertThat(of("test_sums.py::test_add[1,2-3],check.py").nodes())
                .containsExactly(
                        tests.resolve("test_sums.py") + "::test_add[1,2-3]",
                        project.resolve("check.py").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test_add | test_add",
                "add and not slow_one | add and not slow_one",
                "test_add,test_sub | (test_add) or (test_sub)",
                " , a or b, c | (a or b) or (c)",
            })
    void takesAllElseForWordsInNames(String text, String expression) {
        assertThat(of(text)).isEqualTo(new TestSelection(List.of(), expression, List.of()));
    }

    @Test
    void tellsWhatIsNotThere() {
        TestSelection selection = of("test_products.py::test_mul,check.py,more/");

        assertThat(selection.missing()).containsExactly("test_products.py::test_mul", "more/");
        assertThat(selection.nodes())
                .containsExactly(project.resolve("check.py").toString());
    }

    @Test
    void refusesAMixture() {
        assertThatThrownBy(() -> of("check.py,test_add"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("check.py,test_add");
    }

    private TestSelection of(String text) {
        return TestSelection.of(text, project, List.of(tests));
    }
}
