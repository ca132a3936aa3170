package io.github.pythonenv.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRulesTest {
    private static final TargetRules FOLDING = new TargetRules(true, true);
    private static final TargetRules EXACT = new TargetRules(false, false);

    @TempDir
    Path folder;

    @Test
    void asksTheFileSystem() throws IOException {
        Files.writeString(folder.resolve("probe"), "");

        assertThat(TargetRules.of(folder.resolve("not/there/yet")).foldsCase())
                .isEqualTo(Files.exists(folder.resolve("PROBE")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "con.txt",
                "aux.py",
                "nul .x",
                "COM1",
                "lpt9.tar.gz",
                "com\u00b2",
                "a.",
                "a ",
                "a:b",
                "CONIN$"
            })
    void namesThatMeanSomethingElseOnWindows(String name) {
        assertThat(FOLDING.allows(name)).isFalse();
        assertThat(EXACT.allows(name)).isTrue();
        EntryPath paths = new EntryPath(folder.resolve("a.tar"), folder, FOLDING);
        assertThatThrownBy(() -> paths.of("x/" + name, "x/" + name))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("on Windows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "com", "com10", "auxiliary.py", ".con", "lpt", "a.b"})
    void namesThatAreFineEverywhere(String name) {
        assertThat(FOLDING.allows(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"lib/module.py, LIB/MODULE.PY", "stra\u00dfe, STRASSE", "n\u00e4he, na\u0308he", "a/b, A/c"})
    void namesThatAreOneWhereCaseIsFolded(String one, String other) {
        Tree tree = new Tree(folder, folder, FOLDING);
        tree.addLeaf(one, folder.resolve(one));

        assertThatThrownBy(() -> tree.addLeaf(other, folder.resolve(other)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("differs in case or accents alone");
    }

    @Test
    void theyAreTwoWhereItIsNot() {
        Tree tree = new Tree(folder, folder, EXACT);
        tree.addLeaf("a/b", folder.resolve("a/b"));

        assertThatCode(() -> tree.addLeaf("A/B", folder.resolve("A/B"))).doesNotThrowAnyException();
    }
}
