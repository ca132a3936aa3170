/**
 * Bytes of an archive to files on disk, safely and fast, and digests. Where archives come from and what is in them
 * may not come in.
 *
 * <p>Zip, tar and zstd are read by code of our own, xz by XZ for Java. Why no library does the others is said at {@link
 * io.github.pythonenv.archive.ZipDirectory}, {@link io.github.pythonenv.archive.TarReader} and {@link
 * io.github.pythonenv.archive.ZstdInput}, with figures in CONTRIBUTING.md.
 */
@NullMarked
package io.github.pythonenv.archive;

import org.jspecify.annotations.NullMarked;
