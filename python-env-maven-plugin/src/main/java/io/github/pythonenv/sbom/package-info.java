/**
 * Bills of materials: what an environment consists of, as CycloneDX 1.6 in JSON and XML. Values in, texts out; nothing is
 * asked of a network.
 */
@NullMarked
package io.github.pythonenv.sbom;

import org.jspecify.annotations.NullMarked;
