/**
 * Environments as archives: one tree of interpreter, packages and code that runs wherever it is unpacked, and the way
 * back. How an environment is built may not come in: what is packed stands already.
 *
 * <p>The tree is one CPython installation with the packages in its own {@code site-packages}, not a virtual environment:
 * CPython takes a relative {@code home} in {@code pyvenv.cfg} as relative to the working directory of whoever starts it,
 * so a virtual environment can only be started where its absolute path is known.
 */
@NullMarked
package io.github.pythonenv.packaging;

import org.jspecify.annotations.NullMarked;
