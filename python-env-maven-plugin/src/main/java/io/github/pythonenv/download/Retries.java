package io.github.pythonenv.download;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Tries again after faults that may pass, after pauses that double, or as long as the server asks for.
 *
 * @param attempts how often at most
 */
record Retries(int attempts, DownloadListener listener, Downloader.Pause pause, Clock clock) {
    private static final Duration FIRST = Duration.ofSeconds(1);
    /** Who asks for more is not waited for: a build is no night job. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** One attempt. */
    @FunctionalInterface
    interface Attempt {
        void run() throws IOException, InterruptedException, TemporaryFault;
    }

    void run(Download download, Attempt attempt) throws IOException, InterruptedException {
        for (int number = 1; ; number++) {
            try {
                attempt.run();
                return;
            } catch (TemporaryFault fault) {
                Duration wait = pauseAfter(fault, number);
                if (number >= attempts || wait.compareTo(LONGEST) > 0) {
                    throw givenUp(download, fault, number);
                }
                listener.again(download + ": " + fault.what() + ".", wait);
                pause.sleep(wait);
            }
        }
    }

    private static Unreachable givenUp(Download download, TemporaryFault fault, int number) {
        return new Unreachable(
                fault.host(),
                download + " could not be fetched: " + fault.what() + " (attempt " + number + ", the last).",
                "Run the build again later: it goes on where it stopped. If it stays so, use a mirror.",
                fault);
    }

    private Duration pauseAfter(TemporaryFault fault, int number) {
        Duration usual = FIRST.multipliedBy(1L << Math.min(number - 1, 10));
        return fault.retryAfter().flatMap(this::asked).orElse(usual);
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3); what is neither is not heard. */
    private Optional<Duration> asked(String retryAfter) {
        String text = retryAfter.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(clock.instant(), then);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
