/**
 * The goals: parameters in, one request out, the result said to Maven. The only room that knows Maven, Aether or
 * Plexus; what the core wants of them is handed to it through interfaces that the core's rooms own.
 */
@NullMarked
package io.github.pythonenv.maven;

import org.jspecify.annotations.NullMarked;
