package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.environment.LockReport;
import io.github.pythonenv.packages.LockChange;
import io.github.pythonenv.packages.LockUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockReportTextTest {

    private static final LockReport CHANGED = new LockReport(
            "default",
            Path.of("/p/python-env.lock"),
            List.of("CPython 3.14.3 for linux-x86_64 from maven"),
            List.of(change("CPython", List.of("3.14.2"), List.of("3.14.3"))),
            new LockReport.Packages(
                    Optional.of(new LockUpdate(
                            Path.of("/p/pylock.toml"),
                            List.of(
                                    change("come", List.of(), List.of("1.0")),
                                    change("gone", List.of("1.0"), List.of()),
                                    LockChange.of("same", List.of("1"), List.of("1"), false)
                                            .orElseThrow()))),
                    Optional.empty()));

    private static final LockReport UNCHANGED = new LockReport(
            "docs",
            Path.of("/p/python-env.lock"),
            List.of(),
            List.of(),
            new LockReport.Packages(Optional.empty(), Optional.of("it has no packages")));

    @Test
    void forAPerson() {
        assertThat(LockReportText.lines(CHANGED))
                .containsExactly(
                        "Locked CPython 3.14.3 for linux-x86_64 from maven.",
                        "  up CPython 3.14.2 → 3.14.3",
                        "  added come 1.0",
                        "  removed gone 1.0",
                        "  other files of same 1");
        assertThat(LockReportText.lines(UNCHANGED))
                .containsExactly("Locked no packages: it has no packages.", "Nothing changed.");
        assertThat(CHANGED.written()).containsExactly(Path.of("/p/python-env.lock"), Path.of("/p/pylock.toml"));
    }

    @Test
    void asMarkdown() {
        assertThat(LockReportText.markdown(List.of(CHANGED, UNCHANGED))).isEqualTo("""
                # What changed in the locks

                ## Environment default

                | package | change | before | now |
                |---|---|---|---|
                | CPython | up | 3.14.2 | 3.14.3 |
                | come | added |  | 1.0 |
                | gone | removed | 1.0 |  |
                | same | files | 1 | 1 |

                ## Environment docs

                Nothing changed.
                """);
    }

    @Test
    void forPrograms() throws IOException {
        assertThat(Schemas.problems("lock-1.0", DataOutput.json(LockReportText.data(List.of(CHANGED, UNCHANGED)))))
                .isEmpty();
        assertThat(Schemas.problems("lock-1.0", DataOutput.json(Map.of("environments", List.of(Map.of())))))
                .isNotEmpty();
    }

    private static LockChange change(String name, List<String> from, List<String> to) {
        return LockChange.of(name, from, to, true).orElseThrow();
    }
}
