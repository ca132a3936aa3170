package io.github.pythonenv.cleaning;

import java.util.Optional;

/**
 * An environment that was removed.
 *
 * @param finding what it was
 * @param backup where it is kept, if it was to be
 */
public record Removed(Finding finding, Optional<Backup> backup) {}
