/**
 * Shells: the scripts that activate an environment in each of them, the command that sources one, and which shell a
 * build was called from.
 *
 * <p>Nothing may come in that builds or changes an environment; a place, a prompt and variables are all this room needs.
 */
@NullMarked
package io.github.pythonenv.activation;

import org.jspecify.annotations.NullMarked;
