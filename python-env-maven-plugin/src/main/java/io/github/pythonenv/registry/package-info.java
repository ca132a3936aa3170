/**
 * The Pythons of this machine: finding those that others installed, the list of all that are known, and which
 * environment stands on which. It is above {@code runtime}, which asks for a Python of the machine through {@link
 * io.github.pythonenv.runtime.MachinePythons}, and below {@code environment}. How an environment is made may not come
 * in.
 */
@NullMarked
package io.github.pythonenv.registry;

import org.jspecify.annotations.NullMarked;
