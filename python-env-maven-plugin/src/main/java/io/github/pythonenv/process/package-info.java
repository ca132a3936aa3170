/**
 * Child processes: started with an environment that we chose, read without deadlock, ended with all their children.
 * What the programs mean (uv, pip, python) may not come in.
 */
@NullMarked
package io.github.pythonenv.process;

import org.jspecify.annotations.NullMarked;
