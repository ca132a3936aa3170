/** Archives of interpreters, made from a real one, and servers that give them out well and badly. */
@NullMarked
package io.github.pythonenv.it.archives;

import org.jspecify.annotations.NullMarked;
