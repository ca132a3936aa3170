/**
 * What runs in an environment once it stands: scripts, modules, commands and tests, with the variables that an activated
 * shell would give them.
 *
 * <p>Nothing here makes or changes an environment; that is the room {@code environment}'s.
 */
@NullMarked
package io.github.pythonenv.program;

import org.jspecify.annotations.NullMarked;
