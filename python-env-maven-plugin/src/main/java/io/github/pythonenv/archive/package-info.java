/**
 * Bytes of an archive to files on disk, safely and fast, and digests. Where archives come from and what is in them
 * may not come in.
 */
@NullMarked
package io.github.pythonenv.archive;

import org.jspecify.annotations.NullMarked;
