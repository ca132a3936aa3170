/**
 * Checks of a machine before anything is installed on it: what environments will need, with what to do where it is
 * missing. Nothing here builds anything or leaves anything behind; what is tried in a folder is removed again.
 */
@NullMarked
package io.github.pythonenv.doctor;

import org.jspecify.annotations.NullMarked;
