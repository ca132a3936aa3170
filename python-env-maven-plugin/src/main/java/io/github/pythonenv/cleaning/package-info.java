/**
 * What is left of virtual environments in a folder, whoever made them: found, kept in a backup, removed, noted. How
 * environments of ours are built may not come in.
 */
@NullMarked
package io.github.pythonenv.cleaning;

import org.jspecify.annotations.NullMarked;
