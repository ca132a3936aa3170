/** Container images built without a container engine, as far as their Dockerfiles can be followed on this machine. */
@NullMarked
package io.github.pythonenv.it.containers;

import org.jspecify.annotations.NullMarked;
