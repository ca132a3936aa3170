/**
 * The per-user folder that all builds share: locks, staging, publishing by rename, deletion. What is kept in it
 * (runtimes, uv) may not come in.
 */
@NullMarked
package io.github.pythonenv.store;

import org.jspecify.annotations.NullMarked;
