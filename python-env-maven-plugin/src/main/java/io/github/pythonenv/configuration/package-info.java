/**
 * What was asked: the POM, {@code -D} and the files found in a project become one request. Reads files; decides
 * nothing about the machine and does nothing. No type of Maven may come in.
 */
@NullMarked
package io.github.pythonenv.configuration;

import org.jspecify.annotations.NullMarked;
