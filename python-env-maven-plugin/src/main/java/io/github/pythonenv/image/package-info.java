/**
 * Container images without a daemon: layers, the documents that describe them, and the files that tools take in. What is
 * in a layer, and Python, may not come in.
 *
 * <p>Sources: OCI image specification 1.1 (layout, index, manifest, configuration), and the format that {@code docker
 * save} writes. Why no library writes them is said in CONTRIBUTING.md.
 */
@NullMarked
package io.github.pythonenv.image;

import org.jspecify.annotations.NullMarked;
