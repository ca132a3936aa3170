package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailOnTest {

    @ParameterizedTest
    @CsvSource({
        "ERROR, passed, false", "ERROR, skipped, false", "ERROR, warning, false", "ERROR, failed, true",
        "WARNING, passed, false", "WARNING, skipped, false", "WARNING, warning, true", "WARNING, failed, true",
        "NEVER, passed, false", "NEVER, skipped, false", "NEVER, warning, false", "NEVER, failed, false",
    })
    void decides(FailOn failOn, String word, boolean fails) {
        CheckResult passed = result("passed");

        assertThat(failOn.fails(List.of(passed, result(word), passed))).isEqualTo(fails);
    }

    private static CheckResult result(String word) {
        Verdict verdict = switch (word) {
            case "warning" -> new Verdict.Warning("It is slow.", "Wait.");
            case "failed" -> new Verdict.Failed("It is gone.", "Look for it.");
            case "skipped" -> new Verdict.Skipped("There is none.");
            default -> new Verdict.Passed();
        };
        assertThat(verdict.word()).isEqualTo(word);
        return new CheckResult("one", Category.USER, "One", verdict, List.of(), List.of(), 1);
    }
}
