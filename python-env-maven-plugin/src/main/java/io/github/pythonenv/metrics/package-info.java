/**
 * What runs cost: records each run that does something, keeps a bounded number of them, and holds them against budgets.
 * A build that is up to date never comes here. Nothing of packages, runtimes or Maven may come in: what is measured
 * arrives as events and numbers.
 */
@NullMarked
package io.github.pythonenv.metrics;

import org.jspecify.annotations.NullMarked;
