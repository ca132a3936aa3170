package io.github.pythonenv.metrics;

import io.github.pythonenv.metrics.RunRecord.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs to try things on. */
final class Runs {

    private Runs() {}

    static RunRecord built(String environment, double installSeconds) {
        return new RunRecord(
                Instant.parse("2026-03-01T12:00:00.500Z"),
                environment,
                "ensure",
                Outcome.BUILT,
                3_800,
                "3.14.3",
                4,
                2,
                List.of(
                        new StageTime("ProvisioningPython", 900, 27_000_000),
                        new StageTime("InstallingPackages", Math.round(installSeconds * 1000), 0)),
                new ChildUse(5, 1_200, 80_000_000),
                Map.of(Measure.INSTALL_SECONDS, installSeconds, Measure.COVERAGE, 91.5));
    }
}
