/**
 * GPU and CPU: what accelerator and how many cores there are, which wheels fit them, and the variables by which
 * libraries are told. Values and decisions; programs are started by others, through {@link Programs}.
 */
@NullMarked
package io.github.pythonenv.tuning;

import org.jspecify.annotations.NullMarked;
