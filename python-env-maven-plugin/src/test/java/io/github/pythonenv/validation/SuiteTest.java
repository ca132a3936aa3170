package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteTest {

    /** An interpreter that is not there. */
    private final Start start =
            new Start(new Python(Path.of("/nowhere/python"), Path.of("/"), Map.of(), new Processes()));

    private interface Look {
        Outcome look() throws IOException;
    }

    private record Given(String id, Category category, boolean needsInterpreter, Look how) implements Check {
        @Override
        public String title() {
            return "Title of " + id;
        }

        @Override
        public Outcome look() throws IOException {
            return how.look();
        }
    }

    @Test
    void whatGoesWrongInOneCheckIsThatOnesResult() {
        List<String> heard = new ArrayList<>();
        List<CheckResult> results = new Suite(start, Path.of("/nowhere/pyvenv.cfg"), result -> heard.add(result.id()))
                .run(List.of(
                        check("fine", () -> new Findings().saw("a", 1).outcome()),
                        check("bug", () -> {
                            throw new IllegalStateException("oh");
                        }),
                        check("deep", () -> {
                            throw new StackOverflowError();
                        }),
                        check("disk", () -> {
                            throw new IOException("cannot read");
                        }),
                        check("user", () -> {
                            throw new UserFailure("It is odd.", "Even it.");
                        }),
                        check("last", () -> Outcome.skipped("There is none."))));

        assertThat(heard).containsExactly("fine", "bug", "deep", "disk", "user", "last");
        assertThat(results)
                .extracting(result -> result.verdict().word())
                .containsExactly("passed", "failed", "failed", "failed", "failed", "skipped");
        assertThat(results.get(1).verdict().text())
                .isEqualTo("The check itself broke down: " + "java.lang.IllegalStateException: oh");
        assertThat(results.get(1).verdict().hint()).contains("!bug");
        assertThat(results.get(4).verdict()).isEqualTo(new Verdict.Failed("It is odd.", "Even it."));
        assertThat(results.get(0).title()).isEqualTo("Title of fine");
        assertThat(results.get(0).evidence()).containsExactly(new Evidence("a", "1"));
    }

    @Test
    void skipsWhatNeedsAnInterpreterThatDoesNotStart() {
        Check needs = new Given("needs", Category.PYTHON, true, () -> new Findings().outcome());
        Check tells = new Given(
                InterpreterCheck.ID,
                Category.PYTHON,
                false,
                () -> new Findings().fault("It does not start", "Build it.").outcome());

        assertThat(new Suite(start, Path.of("/nowhere/pyvenv.cfg"), result -> {}).run(List.of(tells, needs)))
                .extracting(result -> result.verdict().word())
                .containsExactly("failed", "skipped");
    }

    @Test
    void theWorstFindingIsTheVerdict() {
        Findings findings = new Findings()
                .doubt("one", "First.")
                .fault("two", "Second.")
                .fault("three", "Second.")
                .doubt("four", "Third.");

        assertThat(findings.outcome().verdict()).isEqualTo(new Verdict.Failed("two; three.", "First. Second. Third."));
        assertThat(findings.outcome().evidence()).hasSize(4);
    }

    @Test
    void tellsTheFirstOfManyAndHowManyMore() {
        Findings findings = new Findings();
        for (int i = 1; i <= 8; i++) {
            findings.fault("fault " + i, "Mend it.");
        }
        assertThat(findings.outcome().verdict().text())
                .isEqualTo("fault 1; fault 2; fault 3; fault 4; fault 5; and 3 more.");
    }

    @Test
    void selects() {
        Check a = new Given("a", Category.PYTHON, false, () -> Outcome.skipped(""));
        Check b = new Given("b", Category.PYTHON, false, () -> Outcome.skipped(""));
        Check c = new Given("c", Category.USER, false, () -> Outcome.skipped(""));
        List<Check> all = List.of(a, b, c);

        assertThat(Selection.of(all, List.of())).containsExactly(a, b, c);
        assertThat(Selection.of(all, List.of("c", "python"))).containsExactly(a, b, c);
        assertThat(Selection.of(all, List.of("python", "!a"))).containsExactly(b);
        assertThat(Selection.of(all, List.of("!python"))).containsExactly(c);
        assertThatThrownBy(() -> Selection.of(all, List.of("pyton")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("'pyton'")
                .satisfies(failure -> assertThat(((UserFailure) failure).hint()).contains("python, user", "a, b, c"));
    }

    private static Check check(String id, Look how) {
        return new Given(id, Category.USER, false, how);
    }
}
