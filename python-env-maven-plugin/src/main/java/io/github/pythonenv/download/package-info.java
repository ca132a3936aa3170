/**
 * Bytes from a URL, and whom to trust for them. Knows the JDK alone; nothing of runtimes, packages or Maven may come
 * in.
 */
@NullMarked
package io.github.pythonenv.download;

import org.jspecify.annotations.NullMarked;
