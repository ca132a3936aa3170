/**
 * What the integration tests share: Mavens, the plugin as it is published, example projects and their builds. Knows
 * nothing about single goals.
 */
@NullMarked
package io.github.pythonenv.it.harness;

import org.jspecify.annotations.NullMarked;
