package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Figure KEPT = new Figure("memory.retained", 5, "bytes");

    @Test
    void comparesWithTheMedian() {
        assertThat(compared(1.0, 2.0, 2.5).verdict().text())
                .isEqualTo("memory.retained is 5 B, 2.50 times the median of 3 earlier runs.");
        assertThat(compared(1.0, 2.0).verdict()).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void ofNothingThereIsNoMultiple() {
        assertThat(compared(0.0, 0.0, 0.0)).satisfies(outcome -> {
            assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
            assertThat(outcome.evidence()).isEmpty();
        });
    }

    private static Outcome compared(Double... earlier) {
        return new Trend(id -> List.of(earlier), 2)
                .compared(new Findings().measured(KEPT))
                .outcome();
    }
}
