/** A package index of the tests' own, on this machine: for what must go wrong, and for locks made elsewhere. */
@NullMarked
package io.github.pythonenv.it.index;

import org.jspecify.annotations.NullMarked;
