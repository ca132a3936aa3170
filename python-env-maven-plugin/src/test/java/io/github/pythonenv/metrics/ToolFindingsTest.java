package io.github.pythonenv.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are what ruff 0.17 and mypy 2.4 wrote. */
class ToolFindingsTest {

    @TempDir
    Path folder;

    @Test
    void thoseOfRuff() throws IOException {
        assertThat(ToolFindings.in(file("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="ruff" tests="2" skipped="0" failures="2" errors="0">
                    <testsuite name="/p/src/a.py" tests="2" skipped="0" errors="0" failures="2" package="org.ruff">
                        <testcase name="org.ruff.F401" classname="/p/src/a" line="1" column="8">
                            <properties>
                                <property name="severity" value="error"/>
                            </properties>
                            <failure message="`os` imported but unused">line 1, col 8, `os` imported but unused</failure>
                        </testcase>
                        <testcase name="org.ruff.invalid-syntax" classname="/p/src/a" line="2" column="8">
                            <failure message="Expected an identifier">line 2, col 8, Expected an identifier</failure>
                        </testcase>
                    </testsuite>
                </testsuites>
                """))).hasValue(2);
        assertThat(ToolFindings.in(file("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="ruff" tests="1" skipped="0" failures="0" errors="0">
                    <testsuite name="ruff" tests="1" skipped="0" errors="0" failures="0" package="org.ruff">
                        <testcase name="No errors found" classname="ruff"/>
                    </testsuite>
                </testsuites>
                """))).hasValue(0);
    }

    @Test
    void thoseOfMypy() throws IOException {
        assertThat(ToolFindings.in(file("""
                <?xml version="1.0" encoding="utf-8"?>
                <testsuite errors="0" failures="1" name="mypy" skips="0" tests="1" time="3.294">
                  <testcase classname="mypy" file="mypy" line="1" name="mypy-py3_11-linux" time="3.294">
                    <failure message="mypy produced messages">src/a.py:6: error: Incompatible return value type  [return-value]
                src/a.py:7: note: Revealed type is "builtins.int"
                src/a.py:9: error: Argument 1 to "f" has incompatible type "str"; expected "int"  [arg-type]</failure>
                  </testcase>
                </testsuite>
                """))).hasValue(2);
        assertThat(ToolFindings.in(file("""
                <?xml version="1.0" encoding="utf-8"?>
                <testsuite errors="0" failures="1" name="mypy" skips="0" tests="1" time="3.294">
                  <testcase classname="mypy" file="mypy" line="1" name="mypy-py3_11-linux" time="3.294">
                    <failure message="mypy produced messages">src/a.py:7: note: Revealed type is "builtins.int"</failure>
                  </testcase>
                </testsuite>
                """))).hasValue(0);
        assertThat(ToolFindings.in(file("""
                <?xml version="1.0" encoding="utf-8"?>
                <testsuite errors="0" failures="0" name="mypy" skips="0" tests="1" time="3.294">
                  <testcase classname="mypy" file="mypy" line="1" name="mypy-py3_11-linux" time="3.294">
                  </testcase>
                </testsuite>
                """))).hasValue(0);
    }

    @Test
    void whatIsNotThereOrNoSuchFile() throws IOException {
        assertThat(ToolFindings.in(folder.resolve("gone.xml"))).isEmpty();
        for (String text : new String[] {"", "[]", "All checks passed!", "<testsuites><testcase>", "<coverage/>"}) {
            Path file = file(text);
            assertThatThrownBy(() -> ToolFindings.in(file))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("no JUnit XML")
                    .hasMessageNotContaining("\n");
        }
        assertThatThrownBy(() -> ToolFindings.in(folder))
                .isInstanceOf(UserFailure.class)
                .hasMessageEndingWith("cannot be read from " + folder + ": it is a folder.");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("findings.xml"), text);
    }
}
