/**
 * What every room may use: the one exception that speaks to a person. Nothing else may come in here.
 */
@NullMarked
package io.github.pythonenv;

import org.jspecify.annotations.NullMarked;
