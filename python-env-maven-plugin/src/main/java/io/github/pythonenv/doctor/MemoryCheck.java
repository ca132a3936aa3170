package io.github.pythonenv.doctor;

import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Figure;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.util.OptionalLong;

/** The memory that child processes may still have. */
record MemoryCheck(Examination examination) implements Check {

    /** uv and one interpreter take less than this together when they install small packages. */
    private static final long LEAST = 256L << 20;

    /** Interpreters that import the larger libraries, or a compiler, take more than this. */
    private static final long COMFORTABLE = 1L << 30;

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public Category category() {
        return Category.MACHINE;
    }

    @Override
    public String title() {
        return "Memory";
    }

    @Override
    public Outcome look() {
        Memory memory = Memory.of(examination.files());
        OptionalLong available = memory.available();
        if (available.isEmpty()) {
            return Outcome.skipped("This system does not tell how much memory is available.");
        }
        Figure figure = new Figure("memory.available", available.getAsLong(), "bytes");
        Findings findings = new Findings().measured(figure);
        memory.limit()
                .ifPresent(limit -> findings.saw("limit of the control group", new Figure("", limit, "bytes").text()));
        String what = figure.text() + " of memory are available";
        if (available.getAsLong() < LEAST) {
            findings.fault(
                    what,
                    "End other programs, or give the machine or container more: 256 MB is the least to install with.");
        } else if (available.getAsLong() < COMFORTABLE) {
            findings.doubt(
                    what,
                    "Enough for small packages. Large libraries, and packages that are built from source, take more than"
                            + " 1 GB: give the machine or container more for these.");
        }
        return findings.outcome();
    }
}
