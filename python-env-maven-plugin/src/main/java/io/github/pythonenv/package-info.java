/**
 * What every room may use: the one exception that speaks to a person, and the words that it takes. Nothing else may come in
 * here.
 */
@NullMarked
package io.github.pythonenv;

import org.jspecify.annotations.NullMarked;
