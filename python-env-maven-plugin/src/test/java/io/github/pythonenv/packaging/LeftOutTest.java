package io.github.pythonenv.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeftOutTest {

    @ParameterizedTest
    @CsvSource({
        "lib/python3.14/test/test_os.py, tests",
        "lib/python3.14/site-packages/numpy/linalg/tests/test_linalg.py, tests",
        "include/python3.14/Python.h, headers",
        "lib/python3.14/config-3.14-x86_64-linux-gnu/Makefile, headers",
        "lib/python3.14/idlelib/editor.py, demos and manuals",
        "lib/python3.14/site-packages/fast/_fast.so.debug, debug data",
    })
    void leavesOutWhatNothingRuns(String name, String reason) {
        assertThat(rules(List.of(), List.of()).reason(name)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lib/python3.14/os.py",
                "lib/python3.14/_sysconfigdata__linux_x86_64-linux-gnu.py",
                "lib/python3.14/unittest/case.py",
                "lib/python3.14/site-packages/django/test/client.py",
                "lib/python3.14/site-packages/numpy/testing/__init__.py",
                "lib/python3.14/site-packages/contests/rules.py",
                "lib/python3.14/site-packages/numpy/_core/include/numpy/arrayobject.h",
                "bin/python3.14",
            })
    void takesTheRest(String name) {
        assertThat(rules(List.of(), List.of()).reason(name)).isEmpty();
    }

    @Test
    void theUsersGlobsCountAndWhatIsKeptWins() {
        LeftOut rules = rules(
                List.of("lib/python3.*/site-packages/pandas/**"),
                List.of("include/**", "lib/python3.*/site-packages/pandas/core/**"));

        assertThat(rules.reason("lib/python3.14/site-packages/pandas/io/sas.py"))
                .contains("excluded by packaging.exclude");
        assertThat(rules.reason("lib/python3.14/site-packages/pandas/core/frame.py"))
                .isEmpty();
        assertThat(rules.reason("include/python3.14/Python.h")).isEmpty();
    }

    @Test
    void saysWhichGlobIsNone() {
        assertThatThrownBy(() -> rules(List.of("lib/{a"), List.of()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("'lib/{a'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/**", "./lib/**", "include/"})
    void saysWhichGlobMatchesNothing(String glob) {
        assertThatThrownBy(() -> rules(List.of(), List.of(glob)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("'" + glob + "'")
                .hasMessageContaining("matches nothing");
    }

    private static LeftOut rules(List<String> exclude, List<String> keep) {
        return new LeftOut(new PackageSettings(PackageFormat.TAR_GZ, exclude, keep, List.of(), true));
    }
}
