package io.github.pythonenv.runtime;

import java.nio.file.Path;

/**
 * A version request that a project's own files make.
 *
 * @param request what is asked for
 * @param origin the file that says so
 */
public record DiscoveredRequest(VersionRequest request, Path origin) {}
