package io.github.pythonenv.audit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That the project lives with a vulnerability.
 *
 * @param id of the vulnerability, or one of its aliases
 * @param reason why
 * @param until the last day that it holds; for good unless set
 */
public record Exemption(String id, String reason, Optional<LocalDate> until) {

    boolean holdsOn(LocalDate day) {
        return until.isEmpty() || !day.isAfter(until.get());
    }
}
