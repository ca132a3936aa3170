package io.github.pythonenv.packages;

/**
 * What a lock of packages is to hold for.
 *
 * @param python which Pythons were asked for, as it was written
 * @param lowest the series of the lowest one among those that it means on all platforms: {@code 3.13}
 * @param accelerator which one was asked for, as it was written; empty for none
 */
public record LockScope(String python, String lowest, String accelerator) {}
