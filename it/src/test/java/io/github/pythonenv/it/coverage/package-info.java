/** Measures what unit and integration tests reach together, and holds the gate. Tests nothing itself. */
@NullMarked
package io.github.pythonenv.it.coverage;

import org.jspecify.annotations.NullMarked;
