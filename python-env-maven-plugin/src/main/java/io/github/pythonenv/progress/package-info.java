/**
 * What happens, as events, on an interface that the core owns. How they are shown is decided by who listens;
 * nothing here prints, formats for a terminal or knows Maven.
 */
@NullMarked
package io.github.pythonenv.progress;

import org.jspecify.annotations.NullMarked;
