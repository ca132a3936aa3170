/**
 * Checks of a machine and of environments, and their verdicts. Each check looks at one thing and says what it saw. How
 * results are shown belongs to the room {@code report}; nothing here changes an environment.
 */
@NullMarked
package io.github.pythonenv.validation;

import org.jspecify.annotations.NullMarked;
