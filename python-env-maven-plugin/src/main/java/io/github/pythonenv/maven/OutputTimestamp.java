package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What {@code project.build.outputTimestamp} says. Source: Maven's guide to reproducible builds: a time by ISO 8601, or
 * seconds since 1970; a single other character switches reproducible builds off.
 */
final class OutputTimestamp {

    /** The earliest that every format of archives knows. */
    private static final Instant UNSET = Instant.parse("1980-01-01T00:00:00Z");

    private OutputTimestamp() {}

    /** @throws UserFailure where it is no time */
    static Instant of(@Nullable String text) {
        if (text == null || (text.length() < 2 && !text.matches("\\d"))) {
            return UNSET;
        }
        try {
            Instant time = text.matches("\\d{1,12}")
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
            return time.isBefore(UNSET) ? UNSET : time;
        } catch (DateTimeException e) {
            throw new UserFailure(
                    "project.build.outputTimestamp is '" + text + "', which is no time.",
                    "Write it as 2026-11-25T12:00:00Z, or as seconds since 1970.",
                    e);
        }
    }
}
