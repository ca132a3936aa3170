/**
 * Measurements, run by {@code -Pbenchmarks}: whole processes, in turns, within one run. They print what they find and
 * never fail for slowness; they fail where what was measured did not do its work. Nothing here watches a build.
 */
@NullMarked
package io.github.pythonenv.it.benchmark;

import org.jspecify.annotations.NullMarked;
