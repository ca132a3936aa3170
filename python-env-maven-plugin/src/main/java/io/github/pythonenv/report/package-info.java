/** Turns verdicts and figures into what people and programs read. Sees values only, and decides nothing. */
@NullMarked
package io.github.pythonenv.report;

import org.jspecify.annotations.NullMarked;
