/**
 * The files of a new project: answers go in, files come out.
 *
 * <p>The archetype carries a copy of these classes and their resources and calls them, and so does the goal
 * {@code init}: both write the same. So nothing but the JDK may come in.
 */
@NullMarked
package io.github.pythonenv.scaffold;

import org.jspecify.annotations.NullMarked;
