package io.github.pythonenv.process;

import java.time.Duration;

/**
 * What a program took of the machine while it ran, with all that it started. Measured by looking now and then, so a
 * program that ran for a few milliseconds may have taken more than is said.
 *
 * @param program its path or name
 * @param elapsed how long it ran
 * @param cpu processor time, zero where the system does not say
 * @param peakBytes the most memory that it had in use at once, 0 where the system does not say
 */
public record Usage(String program, Duration elapsed, Duration cpu, long peakBytes) {}
