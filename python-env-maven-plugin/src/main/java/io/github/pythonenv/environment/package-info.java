/**
 * The core: looks at what is on disk, plans what is missing, and does it. An environment is a function of its
 * inputs and is replaced, never mutated.
 *
 * <p>Nothing of Maven may come in: what only Maven can give (an artifact, a log) arrives through interfaces that the
 * rooms below own.
 */
@NullMarked
package io.github.pythonenv.environment;

import org.jspecify.annotations.NullMarked;
