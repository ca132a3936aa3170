/** The integration tests, one class a subject. The rules for them are in WRITING_TESTS.md. */
@NullMarked
package io.github.pythonenv.it;

import org.jspecify.annotations.NullMarked;
