/**
 * The root of the rooms. Only what every room needs to say to a person may stand here: {@link
 * io.github.pythonenv.UserFailure}. Nothing else comes in.
 */
@NullMarked
package io.github.pythonenv;

import org.jspecify.annotations.NullMarked;
