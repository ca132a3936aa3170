package io.github.pythonenv.doctor;

import io.github.pythonenv.validation.CheckResult;
import java.time.Instant;
import java.util.List;

/**
 * What the checks of a machine came to.
 *
 * @param platform the machine, such as {@code linux-x86_64}
 * @param started when the first began
 * @param results in the order of categories, and within one in that of the suite
 */
public record DoctorReport(String platform, Instant started, List<CheckResult> results) {

    public DoctorReport {
        results = List.copyOf(results);
    }
}
