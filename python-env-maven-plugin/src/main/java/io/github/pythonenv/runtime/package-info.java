/**
 * CPython: which distributions exist, which of them starts here, and how one becomes a runtime in the store. Maven may
 * not come in: what is wanted from it is asked through {@link io.github.pythonenv.runtime.ArtifactResolver}.
 */
@NullMarked
package io.github.pythonenv.runtime;

import org.jspecify.annotations.NullMarked;
