/**
 * The machine we run on: operating system, CPU, C library, environment, home. Facts only, found without starting a
 * program; no decision about what to do with them.
 */
@NullMarked
package io.github.pythonenv.platform;

import org.jspecify.annotations.NullMarked;
